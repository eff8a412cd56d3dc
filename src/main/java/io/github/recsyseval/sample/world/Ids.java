package io.github.recsyseval.sample.world;

/** Ids as real logs show them. Every id is a function of the seed, its purpose and a number. */
public final class Ids {
    private static final String HEX = "0123456789abcdef";

    private final long seed;

    public Ids(long seed) {
        this.seed = seed;
    }

    /** A request id in the form of a version-4 UUID; another purpose gives another id for the same number. */
    public String request(String purpose, long number) {
        Die die = new Die(seed, "request id/" + purpose);
        String high = hex(die.bits(number, 0), 16);
        String low = hex((die.bits(number, 1) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L, 16);
        return high.substring(0, 8) + '-' + high.substring(8, 12) + "-4" + high.substring(13) + '-'
                + low.substring(0, 4) + '-' + low.substring(4);
    }

    /** A pseudonymous user id, {@code u_} and 16 hexadecimal digits. */
    public String user(String purpose, long number) {
        return "u_" + hex(new Die(seed, "user id/" + purpose).bits(number), 16);
    }

    /** 64 hexadecimal digits, as a SHA-256 of the user would look. */
    public String digest(String purpose, long number) {
        Die die = new Die(seed, "digest/" + purpose);
        StringBuilder text = new StringBuilder(64);
        for (int i = 0; i < 4; i++) {
            text.append(hex(die.bits(number, i), 16));
        }
        return text.toString();
    }

    private static String hex(long bits, int digits) {
        char[] text = new char[digits];
        for (int i = 0; i < digits; i++) {
            text[i] = HEX.charAt((int) (bits >>> (4 * (digits - 1 - i))) & 15);
        }
        return new String(text);
    }
}
