package io.github.recsyseval.sample.fault;

import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.Part;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Personal data where none belongs. All of it is invented: addresses under example.com, numbers of the fictional 555-01xx range, the
 * documentation network 192.0.2.0/24 and card numbers that only satisfy the checksum.
 */
final class PrivacyFaults {
    private static final String[] NAMES = {"anna.berg", "jo.miller", "k.lindqvist", "maria.rossi", "tom.okafor"};

    private PrivacyFaults() {}

    static Fault pii() {
        return new Fault(
                "pii",
                "J12",
                "the free text of a search is logged as the context key query, with an e-mail address, phone, card or IP number in it",
                "exposures",
                "exposures with personal data in the context",
                Census.of(Base.EXPOSURES),
                (log, chance) -> log.changeExposures(line -> chance.hits(line.key()) ? leaking(line, chance) : line));
    }

    private static LoggedExposure leaking(LoggedExposure line, Chance chance) {
        String form = chance.oneOf(line.key(), "email", "phone", "card", "ip");
        Map<String, String> context = new LinkedHashMap<>(line.context());
        context.put("query", personal(form, chance, line.key()));
        return line.withContext(context).marked(chance.mark(Part.CONTEXT, form));
    }

    private static String personal(String form, Chance chance, long key) {
        int number = chance.between(0, 1_000_000, key);
        return switch (form) {
            case "email" -> NAMES[number % NAMES.length] + number % 100 + "@example.com";
            case "phone" -> String.format(Locale.ROOT, "+1 202-555-01%02d", number % 100);
            case "card" -> card(number);
            default -> "192.0.2." + (1 + number % 254);
        };
    }

    /** Sixteen digits that satisfy Luhn's check. */
    private static String card(int number) {
        String digits = String.format(Locale.ROOT, "400000000%06d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
