package io.github.recsyseval.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes small worlds with every kind of dirt. The same seed makes the same world. */
final class WorldMaker {
    private static final List<String> SURFACES = List.of("home", "search");

    private final Random random;
    private final PlainJson json;
    private final List<Line<Shown>> exposures = new ArrayList<>();
    private final List<Line<Act>> outcomes = new ArrayList<>();
    private final List<Line<Arm>> assignments = new ArrayList<>();
    /** How dirty this world is: the odds of dirt are dirt : 20. */
    private final int dirt;

    private WorldMaker(long seed) {
        random = new Random(seed);
        json = new PlainJson(random);
        dirt = random.nextInt(4);
    }

    static World make(long seed) {
        return new WorldMaker(seed).make();
    }

    private World make() {
        int requests = random.nextInt(9);
        for (int r = 0; r < requests; r++) {
            request("r" + r);
        }
        int strays = random.nextInt(3);
        for (int i = 0; i < strays; i++) {
            outcome(new Act("stray" + random.nextInt(3), user(), item(), true, null, second()));
        }
        if (random.nextInt(3) == 0) {
            assignment(new Arm("stray" + random.nextInt(3), user(), "a", second()));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(exposures, random);
            Collections.shuffle(outcomes, random);
            Collections.shuffle(assignments, random);
        }
        return new World(exposures, outcomes, assignments, rules());
    }

    private Rules rules() {
        boolean filtered = random.nextInt(3) == 0;
        return new Rules(
                filtered && random.nextBoolean() ? random.nextInt(60) : null,
                filtered && random.nextBoolean() ? 40 + random.nextInt(80) : null,
                filtered && random.nextBoolean() ? Set.of("home") : Set.of(),
                filtered && random.nextBoolean() ? Set.of("u0", "u3") : Set.of(),
                random.nextInt(3) == 0 ? random.nextInt(20) : null,
                random.nextInt(2) == 0 ? null : Integer.valueOf(random.nextInt(4)));
    }

    private boolean dirty() {
        return random.nextInt(20) < dirt;
    }

    private String user() {
        return "u" + random.nextInt(5);
    }

    private String item() {
        return "i" + random.nextInt(6);
    }

    private int second() {
        return random.nextInt(120);
    }

    private void request(String id) {
        Shown shown = shown(id);
        exposure(shown);
        if (dirty()) {
            exposure(shown);
        }
        if (dirty()) {
            exposure(changed(shown));
        }
        int acts = Math.max(0, random.nextInt(7) - 2);
        for (int i = 0; i < acts; i++) {
            act(shown);
        }
        if (random.nextInt(3) > 0) {
            Arm arm = new Arm(id, shown.user(), random.nextBoolean() ? "a" : "b", shown.second());
            assignment(arm);
            while (dirty()) {
                assignment(
                        switch (random.nextInt(5)) {
                            case 0 -> arm;
                            case 1 -> new Arm(id, arm.user(), arm.variant().equals("a") ? "b" : "a", arm.second());
                            case 2 -> new Arm(id, user(), arm.variant(), arm.second());
                            case 3 -> new Arm(id, arm.user(), arm.variant(), second());
                            default -> new Arm(id, arm.user(), "undefined", arm.second());
                        });
            }
        }
    }

    private Shown shown(String id) {
        List<Shown.Place> items = new ArrayList<>();
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            items.add(new Shown.Place(item(), dirty() ? 1 + random.nextInt(150) : i + 1));
        }
        Map<String, String> context = new LinkedHashMap<>();
        if (random.nextInt(4) > 0) {
            context.put("surface", SURFACES.get(random.nextInt(2)));
        }
        @Nullable Integer latency = random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(5) * 10);
        @Nullable Boolean error = random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextInt(4) == 0);
        return new Shown(id, dirty() ? id : user(), second(), items, context, latency, error);
    }

    /** The same request id, and one field says something else. */
    private Shown changed(Shown shown) {
        List<Shown.Place> longer = new ArrayList<>(shown.items());
        longer.add(new Shown.Place("extra", longer.size() + 1));
        return switch (random.nextInt(3)) {
            case 0 ->
                new Shown(
                        shown.request(),
                        shown.user() + "x",
                        shown.second(),
                        shown.items(),
                        shown.context(),
                        shown.latencyMs(),
                        shown.error());
            case 1 ->
                new Shown(
                        shown.request(),
                        shown.user(),
                        shown.second() + 1,
                        shown.items(),
                        shown.context(),
                        shown.latencyMs(),
                        shown.error());
            default ->
                new Shown(
                        shown.request(),
                        shown.user(),
                        shown.second(),
                        longer,
                        shown.context(),
                        shown.latencyMs(),
                        shown.error());
        };
    }

    private void act(Shown shown) {
        String item = shown.items().isEmpty() || random.nextInt(5) == 0
                ? item()
                : shown.items().get(random.nextInt(shown.items().size())).item();
        boolean click = random.nextInt(3) > 0;
        @Nullable Double value = random.nextBoolean() ? null : Double.valueOf((random.nextInt(9) - 2) * 0.25);
        int second = shown.second() + random.nextInt(20) - (dirty() ? 20 : 0);
        Act act = new Act(shown.request(), dirty() ? user() : shown.user(), item, click, value, second);
        outcome(act);
        while (random.nextInt(4) == 0) {
            int later = random.nextBoolean() ? 0 : random.nextInt(4);
            @Nullable Double other = random.nextInt(4) == 0 ? Double.valueOf(0.5) : act.value();
            outcome(new Act(act.request(), act.user(), act.item(), act.click(), other, act.second() + later));
        }
    }

    private void exposure(Shown shown) {
        exposures.add(Line.valid(json.exposure(shown), shown));
        blank(exposures);
        if (dirty()) {
            exposures.add(broken(json.exposureFields(shown)));
        }
    }

    private void outcome(Act act) {
        outcomes.add(Line.valid(json.object(json.outcomeFields(act)), act));
        blank(outcomes);
        if (dirty()) {
            outcomes.add(broken(json.outcomeFields(act)));
        }
    }

    private void assignment(Arm arm) {
        assignments.add(Line.valid(json.object(json.assignmentFields(arm)), arm));
        if (dirty()) {
            assignments.add(broken(json.assignmentFields(arm)));
        }
    }

    private <T> void blank(List<Line<T>> lines) {
        if (dirty()) {
            lines.add(Line.blank(random.nextBoolean() ? "" : "  \t"));
        }
    }

    /** A line that its contract refuses, in one of many ways. */
    private <T> Line<T> broken(Map<String, String> fields) {
        String whole = json.object(fields);
        switch (random.nextInt(8)) {
            case 0:
                fields.remove("request_id");
                return Line.invalid(json.object(fields), true);
            case 1:
                fields.put("request_id", "\"\"");
                return Line.invalid(json.object(fields), true);
            case 2:
                fields.put("request_id", "7");
                return Line.invalid(json.object(fields), true);
            case 3:
                fields.remove("ts");
                return Line.invalid(json.object(fields), false);
            case 4:
                fields.put("ts", "\"2026-11-01T10:00:00\"");
                return Line.invalid(json.object(fields), false);
            case 5:
                fields.put("surprise", "1");
                return Line.invalid(json.object(fields), false);
            case 6:
                return Line.invalid(whole.substring(0, whole.length() - 1 - random.nextInt(whole.length() - 1)), false);
            default:
                return Line.invalid("[" + whole + "]", false);
        }
    }
}
