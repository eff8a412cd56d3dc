package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import io.github.recsyseval.text.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * J17: exposures without a context key that others carry: surface or tenant_id. A log in which no exposure has the key does not use it,
 * which is no defect. Share of the evaluated exposures.
 */
final class SliceKeys implements Detector {
    static final String SURFACE = "surface";
    /** The keys that reports are usually sliced by. */
    static final List<String> KEYS = List.of(SURFACE, "tenant_id");

    private static final Set<String> SURFACE_ALIASES =
            Set.of("surfaces", "surfacename", "surfaceid", "page", "pagetype", "screen", "placement");
    private static final Set<String> TENANT_ALIASES = Set.of("tenant", "tenants", "tenantname", "shop", "shopid");
    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]");

    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        long most = 0;
        StringBuilder text = new StringBuilder();
        for (int key = 0; key < KEYS.size(); key++) {
            long missing = requests.missingKeys[key];
            if (missing > 0 && missing < requests.requests) {
                most = Math.max(most, missing);
                text.append(text.isEmpty() ? "" : ", ")
                        .append(Words.percent(missing, requests.requests))
                        .append(" of the exposures lack ")
                        .append(KEYS.get(key));
                alias(evidence, KEYS.get(key)).ifPresent(text::append);
            }
        }
        return most == 0
                ? List.of()
                : List.of(Finding.of(FindingCode.J17, most, requests.requests, "exposures", text.toString()));
    }

    /** The key that lines without it have most often in its place. */
    private static Optional<String> alias(Evidence evidence, String key) {
        LineReading reading = new LineReading();
        Map<String, Integer> aliases = new TreeMap<>();
        for (byte[] line : evidence.requests().lines.bytes()) {
            alias(reading.contextKeys(line), key).ifPresent(alias -> aliases.merge(alias, 1, Integer::sum));
        }
        return aliases.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> " (and have " + PrintableText.name(most.getKey()) + " instead)");
    }

    /** The first of the keys that probably means a key that is not among them. */
    private static Optional<String> alias(Set<String> keys, String key) {
        return keys.contains(key)
                ? Optional.empty()
                : keys.stream().filter(other -> isAlias(other, key)).sorted().findFirst();
    }

    private static boolean isAlias(String other, String key) {
        String plain = SEPARATORS.matcher(other.toLowerCase(Locale.ROOT)).replaceAll("");
        Set<String> aliases = key.equals(SURFACE) ? SURFACE_ALIASES : TENANT_ALIASES;
        return aliases.contains(plain) || plain.equals(key.replace("_", ""));
    }
}
