package io.github.recsyseval.diagnosis;

import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.privacy.PersonalDataScanner;
import io.github.recsyseval.privacy.Sighting;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a valid line for what only some detectors want to know. One instance serves one thread. */
final class LineReading {
    private static final Set<String> SURFACE_ALIASES =
            Set.of("surfaces", "surfacename", "surfaceid", "page", "pagetype", "screen", "placement");
    private static final Set<String> TENANT_ALIASES = Set.of("tenant", "tenants", "tenantname", "shop", "shopid");

    private final PersonalDataScanner scanner = new PersonalDataScanner();
    private final Map<String, String> context = new HashMap<>();
    private int items;
    private int propensities;
    private boolean impossible;
    private boolean failed;
    private double latency;

    SampledLine of(long request, boolean joined, byte[] bytes, int from, int to) {
        context.clear();
        items = 0;
        propensities = 0;
        impossible = false;
        failed = false;
        latency = Double.NaN;
        try (JsonParser json = StrictJson.parser(bytes, from, to)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "items" -> items(json);
                    case "context" -> context(json);
                    case "error" -> failed = json.currentToken() == JsonToken.VALUE_TRUE;
                    case "latency_ms" -> latency = json.currentToken().isNumeric() ? json.getDoubleValue() : Double.NaN;
                    default -> json.skipChildren();
                }
            }
        }
        Sighting sighting = personal(bytes, from, to);
        return new SampledLine(
                request,
                joined,
                sighting,
                propensities > 0,
                impossible || propensities > 0 && propensities < items,
                items == 0,
                failed,
                latency,
                context.get(SliceKeys.SURFACE),
                alias(SliceKeys.SURFACE, SURFACE_ALIASES),
                alias("tenant_id", TENANT_ALIASES));
    }

    /** The surest, and of several the first. */
    private @Nullable Sighting personal(byte[] bytes, int from, int to) {
        Sighting surest = null;
        for (Sighting sighting : scanner.scan(bytes, from, to)) {
            if (surest == null || sighting.strength().compareTo(surest.strength()) > 0) {
                surest = sighting;
            }
        }
        return surest;
    }

    private void items(JsonParser json) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            items++;
            boolean logged = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean propensity = json.currentName().equals("propensity")
                        || json.currentName().equals("logging_propensity");
                json.nextToken();
                if (propensity && json.currentToken().isNumeric()) {
                    logged = true;
                    double value = json.getDoubleValue();
                    impossible |= value <= 0 || value > 1;
                } else {
                    json.skipChildren();
                }
            }
            propensities += logged ? 1 : 0;
        }
    }

    private void context(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            context.put(key, json.getString());
        }
    }

    private @Nullable String alias(String key, Set<String> aliases) {
        if (context.containsKey(key)) {
            return null;
        }
        String bare = key.replace("_", "");
        return context.keySet().stream()
                .filter(other -> {
                    String plain = other.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
                    return aliases.contains(plain) || plain.equals(bare);
                })
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
