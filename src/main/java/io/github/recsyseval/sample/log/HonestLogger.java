package io.github.recsyseval.sample.log;

import io.github.recsyseval.sample.world.Reaction;
import io.github.recsyseval.sample.world.Shown;
import io.github.recsyseval.sample.world.User;
import io.github.recsyseval.sample.world.Visit;
import io.github.recsyseval.sample.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs a request as it should be: one id for list, assignment and outcomes, every field where it belongs. */
public final class HonestLogger {
    private static final long ASSIGNED_BEFORE_MS = 3;

    private final World world;
    private final boolean propensities;

    /**
     * A logger for this world.
     *
     * @param propensities whether items carry the probability with which they were chosen
     */
    public HonestLogger(World world, boolean propensities) {
        this.world = world;
        this.propensities = propensities;
    }

    public LoggedExposure exposure(Visit visit) {
        return new LoggedExposure(
                visit.number(),
                0,
                visit.atMs(),
                visit.atMs(),
                id(visit),
                visit.user().id(),
                items(visit.list()),
                context(visit),
                decimal(visit.latencyTenths(), 10),
                visit.error(),
                List.of());
    }

    public List<ListedItem> items(List<Shown> list) {
        List<ListedItem> items = new ArrayList<>();
        for (Shown shown : list) {
            items.add(ListedItem.of(shown, items.size() + 1, propensities));
        }
        return items;
    }

    public LoggedAssignment assignment(Visit visit) {
        return new LoggedAssignment(
                visit.number(),
                0,
                visit.atMs() - ASSIGNED_BEFORE_MS,
                id(visit),
                visit.user().id(),
                visit.user().variant(),
                List.of());
    }

    /** What the user did with the list, in order of the items. */
    public List<LoggedOutcome> outcomes(Visit visit) {
        List<LoggedOutcome> outcomes = new ArrayList<>();
        for (Reaction reaction : visit.reactions()) {
            outcomes.add(outcome(visit, outcomes.size(), reaction));
        }
        return outcomes;
    }

    private LoggedOutcome outcome(Visit visit, int line, Reaction reaction) {
        @Nullable String value = reaction.isConversion() ? decimal(reaction.valueCents(), 100) : null;
        return new LoggedOutcome(
                visit.number(),
                line,
                reaction.atMs(),
                reaction.atMs(),
                id(visit),
                id(visit),
                visit.user().id(),
                reaction.itemId(),
                reaction.type(),
                value,
                List.of());
    }

    private String id(Visit visit) {
        return world.ids().request("served", visit.number());
    }

    private static Map<String, String> context(Visit visit) {
        User user = visit.user();
        Map<String, String> context = new LinkedHashMap<>();
        context.put("tenant_id", user.tenant());
        context.put("surface", visit.surface().label());
        context.put("platform", user.platform());
        context.put("segment", user.segment());
        context.put("model_version", visit.modelVersion());
        return context;
    }

    /** {@code parts} of a unit as a decimal: 834 tenths are 83.4, 2490 hundredths 24.90. */
    public static String decimal(long parts, int ofUnit) {
        String pattern = ofUnit == 10 ? "%d.%d" : "%d.%02d";
        return String.format(Locale.ROOT, pattern, parts / ofUnit, parts % ofUnit);
    }
}
