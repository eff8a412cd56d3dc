package io.github.recsyseval.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that logs of other systems use for the fields of our contracts. */
public final class UsualNames {
    /** The place of a name that is none of the usual ones. */
    public static final int NONE = 1_000;

    /** From this place on a name only holds a usual one, as {@code domain_userid} does. */
    private static final int HOLDS = 100;

    /** A session stands for its user where nothing better is known. */
    private static final int SESSION = 500;

    /** Shorter names are parts of too many words. */
    private static final int LEAST_HELD = 6;

    private static final Map<String, List<String>> NAMES = Map.of(
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
                            "at",
                            "occurred_at",
                            "event_timestamp"),
            "request_id",
                    List.of(
                            "req_id",
                            "rid",
                            "impression_id",
                            "list_id",
                            "trace_id",
                            "correlation_id",
                            "recommendation_id",
                            "reco_id",
                            "response_id"),
            "user_id",
                    List.of(
                            "user",
                            "uid",
                            "visitor_id",
                            "customer_id",
                            "account_id",
                            "anonymous_id",
                            "visitor",
                            "client_id",
                            "member_id",
                            "profile_id",
                            "user_pseudo_id"),
            "item_id",
                    List.of(
                            "item",
                            "product_id",
                            "product",
                            "sku",
                            "article_id",
                            "content_id",
                            "entity_id",
                            "offer_id"),
            "event_type", List.of("event", "type", "action", "event_name", "outcome", "kind", "verb"),
            "items",
                    List.of(
                            "recommendations",
                            "results",
                            "list",
                            "products",
                            "ranking",
                            "shown",
                            "impressions",
                            "item_ids",
                            "recs",
                            "recommended",
                            "slots",
                            "candidates"),
            "latency_ms", List.of("latency", "duration_ms", "duration", "took_ms", "response_time_ms"),
            "value", List.of("amount", "revenue", "price", "total"),
            "variant", List.of("arm", "group", "bucket", "treatment", "variation"),
            "experiment_id", List.of("experiment", "test_id", "exp_id"));

    /** What belongs into the context, where a contract has one, and under which key. */
    private static final Map<String, String> CONTEXT = Map.of(
            "tenant", "tenant_id",
            "tenantid", "tenant_id",
            "surface", "surface",
            "platform", "platform",
            "locale", "locale",
            "country", "country",
            "device", "device",
            "page", "page");

    private UsualNames() {}

    /** A name without capitals and punctuation. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    }

    /** The key of the context under which a field with this name belongs, where a contract has a context. */
    public static Optional<String> contextKey(String name) {
        return Optional.ofNullable(CONTEXT.get(plain(name)));
    }

    /** Whether a name is a field's own or a usual other one. */
    static boolean isFor(String field, String name) {
        return names(field).contains(plain(name));
    }

    /** The plain names for a field, its own first. */
    private static List<String> names(String field) {
        List<String> names = new ArrayList<>(List.of(plain(field)));
        NAMES.getOrDefault(field, List.of()).forEach(name -> names.add(plain(name)));
        return names;
    }

    /**
     * How usual it is to log a field of a contract under a path, such as {@code user.id}: 0 for its own name, more for others, those
     * least usual last; {@link #NONE} where neither the last name, nor the last two together, say so.
     */
    public static int place(String field, List<String> path) {
        String last = plain(path.get(path.size() - 1));
        String joined = path.size() == 1 ? last : plain(path.get(path.size() - 2)) + last;
        List<String> names = names(field);
        int place = Math.min(place(names, last), place(names, joined));
        if (place < NONE) {
            return place;
        }
        for (int i = 0; i < names.size(); i++) {
            boolean tells = names.get(i).length() >= LEAST_HELD || names.get(i).equals("value");
            if (tells && last.contains(names.get(i))) {
                return HOLDS + i;
            }
        }
        return field.equals("user_id") && last.contains("session") ? SESSION : NONE;
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        return place < 0 ? NONE : place;
    }
}
