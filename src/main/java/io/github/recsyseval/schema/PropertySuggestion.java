package io.github.recsyseval.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what was probably meant by a name that does not exist. */
final class PropertySuggestion {
    /** Names that logs of other systems use for a property of our contracts. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "ts", List.of("timestamp", "time", "event_time", "event_ts", "datetime", "date", "created_at", "logged_at"),
            "request_id", List.of("req_id", "rid", "impression_id", "list_id", "trace_id"),
            "user_id", List.of("user", "uid", "visitor_id", "customer_id", "account_id", "anonymous_id"),
            "item_id", List.of("item", "product_id", "product", "sku", "article_id", "content_id"),
            "event_type", List.of("event", "type", "action", "event_name", "outcome"),
            "items", List.of("recommendations", "results", "list", "products", "ranking"),
            "latency_ms", List.of("latency", "duration_ms", "duration", "took_ms", "response_time_ms"),
            "value", List.of("amount", "revenue", "price", "total"),
            "variant", List.of("arm", "group", "bucket", "treatment", "variation"),
            "experiment_id", List.of("experiment", "test_id", "exp_id"));

    /** What belongs into the context, where a contract has one, and under which key. */
    private static final Map<String, String> CONTEXT = Map.of(
            "tenant", "context.tenant_id",
            "tenantid", "context.tenant_id",
            "surface", "context.surface",
            "platform", "context.platform",
            "locale", "context.locale",
            "country", "context.country",
            "device", "context.device",
            "page", "context.page");

    private PropertySuggestion() {}

    /**
     * The known name that is closest to an unknown one: the same but for case and punctuation, a usual other name, or at
     * most two slips of the keyboard away.
     */
    static Optional<String> of(String unknown, Collection<String> known) {
        String plain = plain(unknown);
        for (String name : new TreeSet<>(known)) {
            boolean alias = ALIASES.getOrDefault(name, List.of()).stream().anyMatch(a -> plain(a).equals(plain));
            if (plain(name).equals(plain) || alias) {
                return Optional.of(name);
            }
        }
        if (known.contains("context") && CONTEXT.containsKey(plain)) {
            return Optional.of(CONTEXT.get(plain));
        }
        return closest(unknown, known);
    }

    /** The known name at most two slips, and at most a third of its length, away; the first of equally close ones. */
    static Optional<String> closest(String unknown, Collection<String> known) {
        if (unknown.length() > 100) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> slips(unknown, name) <= Math.min(2, Math.max(unknown.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> slips(unknown, name))
                        .thenComparing(name -> name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    }

    /** Optimal string alignment distance: letters inserted, left out, replaced, or two neighbours swapped. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
