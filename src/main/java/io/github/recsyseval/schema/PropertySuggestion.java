package io.github.recsyseval.schema;

import io.github.recsyseval.text.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what was probably meant by a name that does not exist. */
public final class PropertySuggestion {
    /** Names that logs of other systems use for a property of our contracts. */
    private static final Map<String, List<String>> ALIASES = Map.of(
            "ts",
                    List.of(
                            "timestamp",
                            "time",
                            "event_time",
                            "event_ts",
                            "datetime",
                            "date",
                            "created_at",
                            "logged_at",
                            "at"),
            "request_id", List.of("req_id", "rid", "impression_id", "list_id", "trace_id"),
            "user_id", List.of("user", "uid", "visitor_id", "customer_id", "account_id", "anonymous_id", "visitor"),
            "item_id", List.of("item", "product_id", "product", "sku", "article_id", "content_id"),
            "event_type", List.of("event", "type", "action", "event_name", "outcome"),
            "items",
                    List.of(
                            "recommendations",
                            "results",
                            "list",
                            "products",
                            "ranking",
                            "shown",
                            "impressions",
                            "item_ids"),
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

    /** What is longer is no slip of the keyboard, and would take long to compare. */
    private static final int MAX_LENGTH = 100;

    private PropertySuggestion() {}

    /**
     * The known name that an unknown one stands for: the same but for case and punctuation, a usual other name, or a few
     * slips of the keyboard away.
     */
    public static Optional<String> of(String unknown, Collection<String> known) {
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
        return unknown.length() > MAX_LENGTH ? Optional.empty() : DidYouMean.suggest(unknown, known);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    }
}
