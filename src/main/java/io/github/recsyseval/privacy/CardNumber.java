package io.github.recsyseval.privacy;

import org.apache.commons.math3.special.Beta;

/** Payment card numbers in a text, judged by length, issuer and check digit. */
public enum CardNumber {
    /** None in the text. */
    NONE,
    /** A number with the length and first digits of a card whose check digit is wrong. */
    REFUTED,
    /** Such a number with the right check digit, written without separators: one in ten such numbers has it by chance. */
    POSSIBLE,
    /** Such a number with the right check digit, grouped as cards are. */
    CERTAIN;

    /** The share of arbitrary numbers that satisfy Luhn's check. */
    private static final double LUHN_BY_CHANCE = 0.1;

    private static final int FEWEST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    /**
     * Whether numbers in one place are more than chance: some are certain, or so many numbers of which one in ten would satisfy the
     * check by chance do not satisfy it so often (exact binomial test at 0.1 / n, so that a single number counts when it is right).
     */
    public static boolean areMoreThanChance(long refuted, long possible, long certain) {
        long numbers = refuted + possible;
        return certain > 0 || (possible > 0 && chance(possible, numbers) <= LUHN_BY_CHANCE / numbers + 1e-9);
    }

    /** The probability that at least {@code hits} of {@code numbers} satisfy the check by chance. */
    private static double chance(long hits, long numbers) {
        return Beta.regularizedBeta(LUHN_BY_CHANCE, hits, numbers - hits + 1.0);
    }

    /** The strongest of the numbers in a text. */
    static CardNumber in(String text) {
        CardNumber strongest = NONE;
        int at = 0;
        while (at < text.length()) {
            if (!PersonalDataPatterns.isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfRun(text, at);
            boolean alone = (at == 0 || !belongsToId(text.charAt(at - 1)))
                    && (end == text.length() || !belongsToId(text.charAt(end)));
            CardNumber found = alone ? of(text.substring(at, end)) : NONE;
            strongest = found.compareTo(strongest) > 0 ? found : strongest;
            at = end;
        }
        return strongest;
    }

    /** A number next to such a character is a part of some other id, such as a UUID. */
    private static boolean belongsToId(char c) {
        return PersonalDataPatterns.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    /** Digits with single blanks or dashes between them. */
    private static int endOfRun(String text, int from) {
        int end = from;
        while (end < text.length()) {
            boolean separator = (text.charAt(end) == ' ' || text.charAt(end) == '-')
                    && end + 1 < text.length()
                    && PersonalDataPatterns.isDigit(text.charAt(end + 1));
            if (!PersonalDataPatterns.isDigit(text.charAt(end)) && !separator) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static CardNumber of(String run) {
        String digits = run.replace(" ", "").replace("-", "");
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS || !hasIssuer(digits)) {
            return NONE;
        }
        if (!satisfiesLuhn(digits)) {
            return REFUTED;
        }
        return isGrouped(run) ? CERTAIN : POSSIBLE;
    }

    /** Four groups of four, or four, six and five digits. */
    private static boolean isGrouped(String run) {
        String shape = MaskedShape.of(run).replace('-', ' ');
        return shape.equals("9999 9999 9999 9999") || shape.equals("9999 999999 99999");
    }

    /** The number ranges of the large issuers (ISO/IEC 7812), each with its lengths. */
    private static boolean hasIssuer(String digits) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        return switch (digits.length()) {
            case 15 -> two == 34 || two == 37;
            case 14 -> two == 36 || two == 38 || (four >= 3000 && four <= 3059);
            case 16 ->
                two / 10 == 4
                        || (two >= 51 && two <= 55)
                        || (four >= 2221 && four <= 2720)
                        || four == 6011
                        || (four >= 6440 && four <= 6599)
                        || two == 62
                        || (four >= 3528 && four <= 3589);
            default -> two / 10 == 4 && digits.length() != 17 && digits.length() != 18;
        };
    }

    /** Every second digit from the right doubled, digits of all added up: a multiple of ten (ISO/IEC 7812-1, annex B). */
    static boolean satisfiesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
