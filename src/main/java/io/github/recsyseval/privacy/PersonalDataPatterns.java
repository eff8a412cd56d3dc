package io.github.recsyseval.privacy;

import java.util.Locale;

/** Recognises personal data in one text by its form and, where the kind has one, its check digits. */
final class PersonalDataPatterns {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int FEWEST_PHONE_DIGITS = 10;
    private static final int MOST_PHONE_DIGITS = 15;
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;

    private PersonalDataPatterns() {}

    /** Whether an e-mail address stands in the text: a local part, an at sign, a domain of at least two labels. */
    static boolean hasEmail(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (at > 0 && isLocalPart(text.charAt(at - 1)) && isDomain(text, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocalPart(char c) {
        return isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isDomain(String text, int from) {
        int end = from;
        int lastStop = -1;
        while (end < text.length()
                && end - from < 4 * LONGEST_LOCAL_PART
                && (isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-' || text.charAt(end) == '.')) {
            if (text.charAt(end) == '.' && end + 1 < text.length() && isLetterOrDigit(text.charAt(end + 1))) {
                lastStop = end;
            }
            end++;
        }
        return lastStop > from && Character.isLetter(text.charAt(lastStop + 1)) && end - lastStop > 2;
    }

    /**
     * Whether a phone number stands in the text: a plus sign and 10 to 15 digits, which may be grouped, or as the whole text three,
     * three and four digits with separators.
     */
    static boolean hasPhone(String text) {
        for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
            if ((plus == 0 || !isLetterOrDigit(text.charAt(plus - 1))) && isInternational(text, plus + 1)) {
                return true;
            }
        }
        return isNorthAmerican(text.strip());
    }

    private static boolean isInternational(String text, int from) {
        int digits = 0;
        int end = from;
        for (int at = from; at < text.length() && digits <= MOST_PHONE_DIGITS; at++) {
            if (isDigit(text.charAt(at))) {
                digits++;
                end = at + 1;
            } else if (" -()./".indexOf(text.charAt(at)) < 0) {
                break;
            }
        }
        boolean ends = end == text.length() || !isLetterOrDigit(text.charAt(end)) && text.charAt(end) != ':';
        boolean begins = from < text.length() && isDigit(text.charAt(from)) && text.charAt(from) != '0';
        return begins && ends && digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS;
    }

    private static boolean isNorthAmerican(String text) {
        if (text.length() < 12 || text.length() > 14) {
            return false;
        }
        String shape = MaskedShape.of(text);
        return shape.equals("999-999-9999") || shape.equals("(999) 999-9999") || shape.equals("(999)999-9999");
    }

    /** Whether an IPv4 or IPv6 address stands in the text, by itself or next to a port or brackets. */
    static boolean hasIpAddress(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isAddressPart(text.charAt(end))) {
                end++;
            }
            boolean alone = (at == 0 || !isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !isLetterOrDigit(text.charAt(end)));
            if (alone && end - at >= 7 && (isIpv4(text.substring(at, end)) || isIpv6(text.substring(at, end)))) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private static boolean isAddressPart(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '.' || c == ':';
    }

    private static boolean isIpv4(String token) {
        int colon = token.indexOf(':');
        String address = colon < 0 ? token : token.substring(0, colon);
        if (address.endsWith(".")) {
            address = address.substring(0, address.length() - 1);
        }
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean plain =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> isDigit((char) c));
            if (!plain || (part.length() > 1 && part.charAt(0) == '0') || Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String token) {
        if (token.length() > 45 || token.indexOf('.') >= 0) {
            return false;
        }
        int gap = token.indexOf("::");
        if (gap != token.lastIndexOf("::") || token.contains(":::")) {
            return false;
        }
        String[] groups = token.split(":", -1);
        int filled = 0;
        for (String group : groups) {
            if (group.length() > 4) {
                return false;
            }
            filled += group.isEmpty() ? 0 : 1;
        }
        return gap < 0 ? filled == 8 && groups.length == 8 : filled >= 2 && filled < 8;
    }

    /** Whether an international bank account number stands in the text: country, two check digits, remainder 1 modulo 97 (ISO 13616). */
    static boolean hasIban(String text) {
        for (int at = 0; at + SHORTEST_IBAN <= text.length(); at++) {
            boolean starts = (at == 0 || !isLetterOrDigit(text.charAt(at - 1)))
                    && isCapital(text.charAt(at))
                    && isCapital(text.charAt(at + 1))
                    && isDigit(text.charAt(at + 2))
                    && isDigit(text.charAt(at + 3));
            if (starts && isIban(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIban(String text, int from) {
        StringBuilder account = new StringBuilder();
        int at = from;
        while (at < text.length() && account.length() <= LONGEST_IBAN) {
            char c = text.charAt(at);
            if (isDigit(c) || isCapital(c)) {
                account.append(c);
            } else if (c != ' ' || account.length() % 4 != 0) {
                break;
            }
            at++;
        }
        if (at < text.length() && isLetterOrDigit(text.charAt(at))) {
            return false;
        }
        return account.length() >= SHORTEST_IBAN && account.length() <= LONGEST_IBAN && remainder(account) == 1;
    }

    /** The number that results when the first four characters go to the end and letters become 10 to 35, modulo 97. */
    private static int remainder(CharSequence account) {
        int remainder = 0;
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt((i + 4) % account.length());
            remainder = isDigit(c) ? (10 * remainder + c - '0') % 97 : (100 * remainder + c - 'A' + 10) % 97;
        }
        return remainder;
    }

    /** Whether a JSON Web Token stands in the text: two or three dotted base64url parts of which the first two begin an object. */
    static boolean hasToken(String text) {
        int start = text.indexOf("eyJ");
        while (start >= 0) {
            int stop = endOfPart(text, start);
            if (stop - start >= 10 && text.startsWith(".eyJ", stop)) {
                return true;
            }
            start = text.indexOf("eyJ", Math.max(stop, start + 1));
        }
        return false;
    }

    private static int endOfPart(String text, int from) {
        int end = from;
        while (end < text.length()
                && (isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-' || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetterOrDigit(char c) {
        return isDigit(c) || isCapital(c) || (c >= 'a' && c <= 'z');
    }

    /** Whether a name of a field says that its values are version numbers, which look like IP addresses. */
    static boolean isVersion(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith("version");
    }
}
