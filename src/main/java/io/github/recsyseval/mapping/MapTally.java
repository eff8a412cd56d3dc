package io.github.recsyseval.mapping;

import io.github.recsyseval.report.MappingRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a map did to the lines of one input. Integers only, so that several can be added in any order. */
public final class MapTally {
    private final RecordMap map;
    private final FieldPlan plan;
    private final ValueWriter[] writers;

    private long mapped;
    private long ignored;
    /** How many values came from each source, by the order of the writers and their sources. */
    private final long[] used;

    private final long[] usedInElements;
    private final long[] seen;
    private final long[] dropped;
    private final long[] shadowed;
    private long rest;

    MapTally(RecordMap map, FieldPlan plan) {
        this.map = map;
        this.plan = plan;
        writers = Stream.concat(plan.fields().stream(), plan.keys().stream()).toArray(ValueWriter[]::new);
        used = new long
                [Stream.of(writers).mapToInt(writer -> writer.slots().length).sum()];
        usedInElements = new long[plan.items() == null ? 0 : plan.items().used().length];
        seen = new long[plan.slots().size()];
        dropped = new long[plan.droppedNames().size()];
        shadowed = new long
                [plan.context() == null ? 0 : plan.context().shadowedNames().size()];
    }

    /** Counts the line of which {@code scan} found the fields. */
    void count(FieldScan scan, boolean kept) {
        for (int slot = 0; slot < seen.length; slot++) {
            seen[slot] += scan.has(slot) ? 1 : 0;
        }
        if (!kept) {
            ignored++;
            return;
        }
        mapped++;
        int at = 0;
        for (ValueWriter writer : writers) {
            if (writer.chosen() != ValueWriter.NO_SOURCE) {
                used[at + writer.chosen()]++;
            }
            at += writer.slots().length;
        }
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] += scan.dropped()[i];
        }
        rest += scan.rest();
        if (plan.items() != null) {
            add(usedInElements, plan.items().used());
        }
        if (plan.context() != null) {
            for (int i = 0; i < shadowed.length; i++) {
                shadowed[i] += plan.context().shadowed()[i];
            }
        }
    }

    /** Adds what another thread counted with the same map. */
    public void add(MapTally other) {
        mapped += other.mapped;
        ignored += other.ignored;
        rest += other.rest;
        add(used, other.used);
        add(usedInElements, other.usedInElements);
        add(seen, other.seen);
        add(dropped, other.dropped);
        add(shadowed, other.shadowed);
        plan.unknown().add(other.plan.unknown());
        plan.unknownInElements().add(other.plan.unknownInElements());
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Records that were rewritten. */
    public long mapped() {
        return mapped;
    }

    /** The fields of the log from which a field of the contract was taken, with how often; empty where no rule says so. */
    public Map<String, Long> served(String target) {
        Map<String, Long> served = new LinkedHashMap<>();
        row().rules().stream()
                .filter(rule -> rule.field().equals(target) && rule.from() != null && rule.count() > 0)
                .forEach(rule -> served.put(rule.from(), rule.count()));
        return served;
    }

    /** What was done, for a report. */
    public MappingRow row() {
        List<MappingRow.RuleRow> rules = new ArrayList<>();
        rules(List.of(writers), used, "", rules);
        if (plan.items() != null) {
            rules(plan.items().fields(), usedInElements, "items.", rules);
        }
        Map<String, Long> drops = new TreeMap<>();
        names(plan.droppedNames(), dropped, drops);
        if (plan.context() != null) {
            names(plan.context().shadowedNames(), shadowed, drops);
        }
        return new MappingRow(map.map(), mapped, ignored, rules, drops, map.dropRest() ? rest : null);
    }

    private static void rules(List<ValueWriter> writers, long[] used, String prefix, List<MappingRow.RuleRow> rows) {
        int at = 0;
        for (ValueWriter writer : writers) {
            for (FieldPath source : writer.rule().sources()) {
                if (writer.rule().isWritten()) {
                    rows.add(new MappingRow.RuleRow(prefix + writer.rule().target(), source.toString(), used[at]));
                }
                at++;
            }
            if (writer.rule().isConstant() && writer.rule().isWritten()) {
                rows.add(new MappingRow.RuleRow(prefix + writer.rule().target(), null, 0));
            }
        }
    }

    private static void names(List<String> names, long[] counts, Map<String, Long> into) {
        for (int i = 0; i < names.size(); i++) {
            if (counts[i] > 0) {
                into.merge(names.get(i), counts[i], Long::sum);
            }
        }
    }

    /** The complaint about a rule none of whose fields occurs in any record, if there is such a rule and any record. */
    public Optional<String> neverSeen() {
        return mapped + ignored == 0 ? Optional.empty() : new NeverSeen(plan, seen, usedInElements).complaint();
    }
}
