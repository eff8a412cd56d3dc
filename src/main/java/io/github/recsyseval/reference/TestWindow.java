package io.github.recsyseval.reference;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.engine.ExposureFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The exposures of {@code offline.time_split.test}, both ends included. The window for training is checked and not used: nothing is
 * trained here.
 */
final class TestWindow {
    private static final List<String> ENDS = List.of("start", "end");

    private TestWindow() {}

    static ExposureFilter of(Settings offline) {
        return offline.optional("time_split").map(TestWindow::filter).orElse(ExposureFilter.ALL);
    }

    /** The filter in words; empty without one. */
    static List<String> words(Settings offline) {
        return offline.optional("time_split")
                .map(split -> split.section("test"))
                .map(test -> List.of("since " + test.text("start"), "until " + test.text("end")))
                .orElse(List.of());
    }

    private static ExposureFilter filter(Settings split) {
        Instant[] train = window(split.section("train"));
        Instant[] test = window(split.section("test"));
        if (train[1].isAfter(test[0])) {
            throw split.section("test").wrong("start", "lies before the end of the train window");
        }
        return new ExposureFilter(micros(test[0]), micros(test[1]) + 1, Map.of(), ExcludedUsers.NONE);
    }

    private static Instant[] window(Settings window) {
        Instant[] ends = ENDS.stream().map(end -> moment(window, end)).toArray(Instant[]::new);
        if (ends[0].isAfter(ends[1])) {
            throw window.wrong("end", "lies before the start");
        }
        return ends;
    }

    private static Instant moment(Settings window, String end) {
        String text = window.text(end);
        if (text.isEmpty()) {
            throw window.wrong(end, "is missing; time_split needs start and end of train and test");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw window.wrong(end, "takes a time such as 2025-01-01T00:00:00Z");
        }
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
