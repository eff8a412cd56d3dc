package io.github.recsyseval.sample;

import io.github.recsyseval.sample.fault.Chance;
import io.github.recsyseval.sample.fault.Fault;
import io.github.recsyseval.sample.fault.FaultCatalog;
import io.github.recsyseval.sample.log.HonestLogger;
import io.github.recsyseval.sample.log.SessionBooks;
import io.github.recsyseval.sample.log.SessionLog;
import io.github.recsyseval.sample.truth.SampleTally;
import io.github.recsyseval.sample.truth.Truth;
import io.github.recsyseval.sample.world.Session;
import io.github.recsyseval.sample.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a sample: session by session, honest lines are logged, the faults are planted in them, the books of the session are closed, and the
 * lines go out in order of time. Memory holds the sessions that are open at one moment, whatever the number of requests.
 */
public final class Sample {
    private final SampleSettings settings;
    private final World world;
    private final HonestLogger logger;
    private final List<Planted> faults = new ArrayList<>();
    private final SampleTally tally = new SampleTally();

    private record Planted(Fault fault, Chance chance) {}

    private Sample(SampleSettings settings) {
        this.settings = settings;
        world = new World(settings.seed(), settings.requests(), settings.start().toEpochMilli(), settings.days());
        logger = new HonestLogger(world, settings.propensities());
        for (Fault fault : FaultCatalog.all()) {
            settings.faults().stream()
                    .filter(wanted -> wanted.fault().equals(fault))
                    .forEach(this::plant);
        }
    }

    /**
     * Writes exposures.jsonl, outcomes.jsonl, assignments.jsonl and truth.json into a folder, which is made if need be. The files appear
     * under their names once they are complete.
     */
    public static Truth write(SampleSettings settings, Path folder) throws IOException {
        return new Sample(settings).write(folder);
    }

    private void plant(FaultRate wanted) {
        faults.add(new Planted(
                wanted.fault(), new Chance(wanted.fault().name(), wanted.rate().doubleValue(), world)));
        tally.watch(wanted.fault(), wanted.rate());
    }

    private Truth write(Path folder) throws IOException {
        try (SampleFolder files = new SampleFolder(folder, settings, world)) {
            long number = 0;
            for (long request = 0; request < settings.requests(); number++) {
                Session session = world.session(number, request);
                files.releaseUntil(session.startMs());
                SessionLog log = new SessionLog(session, logger);
                faults.forEach(planted -> planted.fault().planting().plant(log, planted.chance()));
                tally.add(new SessionBooks(log));
                files.add(log);
                request += session.visits().size();
            }
            files.releaseUntil(Long.MAX_VALUE);
            files.finish(logger);
            Truth truth = tally.finish(files.counts());
            files.publish(truth);
            return truth;
        }
    }
}
