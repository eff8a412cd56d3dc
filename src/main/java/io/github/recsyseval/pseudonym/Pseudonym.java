package io.github.recsyseval.pseudonym;

import io.github.recsyseval.event.Utf8;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of ids: HMAC-SHA256 (RFC 2104, FIPS 198-1) of the id in UTF-8 under a secret key, as 64 lower-case hexadecimal digits. White
 * space around the id is left out, and what is blank stays empty. These are the rules of the service aatuh/recsys
 * (api/internal/exposure/hash.go), so the same key gives the same pseudonym here and there. Not safe for concurrent use.
 */
final class Pseudonym {
    /** How many digits a pseudonym has. */
    public static final int DIGITS = 64;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Mac mac;

    /** @param key at least one byte */
    public Pseudonym(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** The pseudonym of an id in ASCII; empty for a blank id. */
    public byte[] of(String id) {
        String trimmed = trim(id);
        if (trimmed.isEmpty()) {
            return new byte[0];
        }
        byte[] hash = mac.doFinal(Utf8.wellFormed(trimmed).getBytes(StandardCharsets.UTF_8));
        byte[] digits = new byte[DIGITS];
        for (int i = 0; i < hash.length; i++) {
            digits[2 * i] = HEX[(hash[i] & 0xff) >>> 4];
            digits[2 * i + 1] = HEX[hash[i] & 0xf];
        }
        return digits;
    }

    /** Whether a value has the look of a pseudonym, so that somebody may have made one already. */
    static boolean looksLikeOne(String value) {
        return value.length() == DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private static String trim(String id) {
        int from = 0;
        int to = id.length();
        while (from < to && isSpace(id.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(id.charAt(to - 1))) {
            to--;
        }
        return id.substring(from, to);
    }

    /** White space as Unicode has it (property White_Space), which is what Go trims; Java's own notions differ. */
    private static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\t', '\n', 0x0b, '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }
}
