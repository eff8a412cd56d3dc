package io.github.recsyseval.privacy;

/** The look of a value without its content: letters become {@code a}, digits {@code 9}. */
final class MaskedShape {
    private static final int LONGEST = 40;

    private MaskedShape() {}

    /** For example {@code aaaa.99@aaaaaaa.aaa}; what is neither ASCII letter nor digit nor usual punctuation becomes {@code ?}. */
    static String of(String value) {
        StringBuilder shape = new StringBuilder();
        int length = Math.min(LONGEST, value.length());
        for (int i = 0; i < length; i++) {
            shape.append(masked(value.charAt(i)));
        }
        return value.length() > LONGEST ? shape.append("...").toString() : shape.toString();
    }

    private static char masked(char c) {
        if (c >= '0' && c <= '9') {
            return '9';
        }
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return 'a';
        }
        return " +-.@:()/_".indexOf(c) >= 0 ? c : '?';
    }
}
