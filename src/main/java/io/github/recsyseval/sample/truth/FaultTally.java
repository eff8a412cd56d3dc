package io.github.recsyseval.sample.truth;

import io.github.recsyseval.sample.fault.Base;
import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FileFaults;
import io.github.recsyseval.sample.log.Booked;
import io.github.recsyseval.sample.log.FileCounts;
import io.github.recsyseval.sample.log.Mark;
import io.github.recsyseval.sample.log.SessionBooks;
import java.math.BigDecimal;
import java.util.Optional;

/** Counts one planted fault over all sessions. */
final class FaultTally {
    private final Fault fault;
    private final BigDecimal rate;
    private final Tally forms = new Tally();
    private long count;
    private long of;

    FaultTally(Fault fault, BigDecimal rate) {
        this.fault = fault;
        this.rate = rate;
    }

    void add(SessionBooks books) {
        fault.census().base().members(books).forEach(line -> add(books, line));
    }

    private void add(SessionBooks books, Booked line) {
        of++;
        Optional<Mark> mark = line.line().mark(fault.name());
        if (mark.isPresent() && fault.census().evidence().test(books, line)) {
            count++;
            if (!mark.get().form().isEmpty()) {
                forms.add(mark.get().form());
            }
        }
    }

    /** Adds what only the finished file knows: its own faults, and an unfinished last line, which is in no books. */
    void add(FileCounts file) {
        Base base = fault.census().base();
        of += base == Base.FILES || (base == Base.LINES && file.cut()) ? 1 : 0;
        long struck = switch (fault.name()) {
            case FileFaults.CRLF -> file.crlf();
            case FileFaults.BLANK_LINES -> file.blank();
            case FileFaults.BOM -> file.bom() ? 1 : 0;
            case FileFaults.CUT_LAST_LINE -> file.cut() ? 1 : 0;
            default -> 0;
        };
        count += struck;
        if (struck > 0) {
            forms.add(file.stream().label(), struck);
        }
    }

    Truth.Planted planted() {
        return new Truth.Planted(
                fault.name(),
                fault.code(),
                rate,
                fault.rateOf(),
                count,
                of,
                fault.counts(),
                fault.census().base().label(),
                forms.counts());
    }
}
