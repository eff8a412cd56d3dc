package io.github.recsyseval.diagnosis;

import io.github.recsyseval.engine.ExposureFilter;
import io.github.recsyseval.engine.JoinEngine;
import io.github.recsyseval.engine.JoinPlan;
import io.github.recsyseval.engine.JoinSink;
import io.github.recsyseval.engine.ReadOptions;
import io.github.recsyseval.join.Attribution;
import io.github.recsyseval.metric.kpi.RequestRates;
import io.github.recsyseval.sample.Sample;
import io.github.recsyseval.sample.SampleSettings;
import io.github.recsyseval.sample.truth.Truth;
import io.github.recsyseval.source.InputSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Logs of the project's own fault injector, and what the diagnosis says of them. */
final class FaultyLogs {
    private static final List<String> FILES = List.of("exposures.jsonl", "outcomes.jsonl", "assignments.jsonl");

    private final Path folder;
    private final Truth truth;

    private FaultyLogs(Path folder, Truth truth) {
        this.folder = folder;
        this.truth = truth;
    }

    static FaultyLogs write(SampleSettings settings, Path folder) throws IOException {
        return new FaultyLogs(folder, Sample.write(settings, folder));
    }

    Truth truth() {
        return truth;
    }

    /** Puts the lines of every file into another order. */
    void shuffle(long seed) throws IOException {
        for (String file : FILES) {
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
            Collections.shuffle(lines, new Random(seed));
            Files.write(folder.resolve(file), lines);
        }
    }

    Evidence evidence(int threads) {
        return evidence(threads, ExposureFilter.ALL);
    }

    Evidence evidence(int threads, ExposureFilter filter) {
        JoinPlan plan = new JoinPlan(
                input(FILES.get(0)),
                input(FILES.get(1)),
                input(FILES.get(2)),
                List.of(),
                Optional.empty(),
                List.of(RequestRates.group(List.of(RequestRates.EXPOSURE_JOIN_RATE))),
                filter,
                Attribution.DEFAULT,
                new ReadOptions(threads, 1 << 24, false, 3, InputStream.nullInputStream()));
        return JoinEngine.run(plan, JoinSink.NONE).evidence();
    }

    List<Finding> findings() {
        return Diagnosis.of(evidence(1));
    }

    private InputSet input(String file) {
        return InputSet.resolve(List.of(folder.resolve(file).toString()));
    }
}
