package io.github.recsyseval.sample.truth;

import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.LineDamage;
import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.FileCounts;
import io.github.recsyseval.sample.log.LogStream;
import io.github.recsyseval.sample.log.LoggedExposure;
import io.github.recsyseval.sample.log.LoggedOutcome;
import io.github.recsyseval.sample.log.OutcomeClass;
import io.github.recsyseval.sample.log.Part;
import io.github.recsyseval.sample.log.SessionBooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Adds up the books of all sessions; memory does not grow with their number. */
public final class SampleTally {
    private final Tally exposures = new Tally();
    private final Tally outcomes = new Tally();
    private final Tally assignments = new Tally();
    private final Tally kpis = new Tally();
    private final Tally classes = new Tally();
    private final Tally unmatched = new Tally();
    private final List<FaultTally> faults = new ArrayList<>();
    private BigDecimal revenue = BigDecimal.ZERO;

    public SampleTally() {
        for (OutcomeClass outcomeClass : OutcomeClass.values()) {
            classes.add(outcomeClass.label(), 0);
        }
    }

    /** Counts this fault too. */
    public void watch(Fault fault, BigDecimal rate) {
        faults.add(new FaultTally(fault, rate));
    }

    public void add(SessionBooks books) {
        books.exposures().forEach(this::add);
        books.outcomes().forEach(this::add);
        books.assignments().forEach(this::add);
        addWithOutcome(books);
        faults.forEach(fault -> fault.add(books));
    }

    private void add(Booked.Exposure booked) {
        LoggedExposure line = booked.line();
        boolean noItems = line.empty() || LineDamage.lacks(line, "items");
        exposures.add(booked.role().name());
        count(exposures, "missing", line.parses() && noItems);
        count(exposures, "empty", booked.kept() && line.empty());
        count(exposures, "errors", booked.kept() && line.error());
        count(exposures, "emptyNoError", booked.kept() && line.empty() && !line.error());
    }

    private void add(Booked.Outcome booked) {
        LoggedOutcome line = booked.line();
        classes.add(booked.outcomeClass().label());
        count(outcomes, "valid", line.valid());
        count(outcomes, "joined", booked.joined());
        count(outcomes, "repeated", booked.repeat());
        count(outcomes, "missing", line.parses() && (!line.namesRequest() || LineDamage.lacks(line, "item_id")));
        count(kpis, "clicks", booked.joined() && line.isClick());
        count(kpis, "conversions", booked.joined() && line.isConversion());
        if (booked.joined() && line.isConversion() && line.value() != null) {
            revenue = revenue.add(new BigDecimal(line.value()));
        }
        if (booked.outcomeClass() == OutcomeClass.UNMATCHED) {
            unmatched.add(cause(line));
        }
    }

    /** An id that was changed on purpose, or else an exposure line that cannot be read. A stale id leads to an exposure that was there. */
    private static String cause(LoggedOutcome line) {
        return line.marks().stream()
                .filter(mark -> mark.part() == Part.REQUEST_ID && !mark.fault().equals("item-not-shown"))
                .map(mark -> mark.fault())
                .findFirst()
                .orElse("exposure_line_invalid");
    }

    private void add(Booked.Assignment booked) {
        count(assignments, "valid", booked.line().valid());
        count(assignments, "joined", booked.joined());
    }

    private void addWithOutcome(SessionBooks books) {
        Set<String> withOutcome = new HashSet<>();
        Set<String> withClick = new HashSet<>();
        for (Booked.Outcome booked : books.outcomes()) {
            booked.exposure().ifPresent(exposure -> {
                withOutcome.add(exposure.requestId());
                if (booked.line().isClick()) {
                    withClick.add(exposure.requestId());
                }
            });
        }
        exposures.add("withOutcome", withOutcome.size());
        kpis.add("clickExposures", withClick.size());
    }

    /** The truth, once the files are written. */
    public Truth finish(Map<LogStream, FileCounts> files) {
        faults.forEach(fault -> files.values().forEach(fault::add));
        FileCounts e = file(files, LogStream.EXPOSURES);
        FileCounts o = file(files, LogStream.OUTCOMES);
        FileCounts a = file(files, LogStream.ASSIGNMENTS);
        return new Truth(
                exposures(e),
                outcomes(o),
                new Truth.Assignments(
                        a.lines(),
                        a.blank(),
                        a.lines() - assignments.count("valid"),
                        assignments.count("valid"),
                        assignments.count("joined")),
                new Truth.Kpis(kpis.count("clicks"), kpis.count("clickExposures"), kpis.count("conversions"), revenue),
                faults.stream().map(FaultTally::planted).toList());
    }

    private Truth.Exposures exposures(FileCounts file) {
        long kept = exposures.count(Booked.Role.KEPT.name());
        long identical = exposures.count(Booked.Role.IDENTICAL.name());
        long conflicting = exposures.count(Booked.Role.CONFLICTING.name());
        long valid = kept + identical + conflicting;
        return new Truth.Exposures(
                file.lines(),
                file.blank(),
                file.lines() - valid,
                valid,
                kept,
                identical,
                conflicting,
                exposures.count("missing"),
                exposures.count("empty"),
                exposures.count("errors"),
                exposures.count("emptyNoError"),
                exposures.count("withOutcome"));
    }

    private Truth.Outcomes outcomes(FileCounts file) {
        if (file.cut()) {
            classes.add(OutcomeClass.INVALID.label());
        }
        return new Truth.Outcomes(
                file.lines(),
                file.blank(),
                file.lines() - outcomes.count("valid"),
                outcomes.count("valid"),
                outcomes.count("joined"),
                outcomes.count("missing"),
                outcomes.count("repeated"),
                classes.counts(),
                unmatched.counts());
    }

    private static FileCounts file(Map<LogStream, FileCounts> files, LogStream stream) {
        return Objects.requireNonNull(files.get(stream));
    }

    private static void count(Tally tally, String name, boolean counts) {
        tally.add(name, counts ? 1 : 0);
    }
}
