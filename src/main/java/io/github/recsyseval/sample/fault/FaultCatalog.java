package io.github.recsyseval.sample.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All faults, in the order in which they are planted: first what adds requests and changes what was served, then what is lost on the way,
 * then what the client gets wrong, and last what happens to lines and files.
 */
public final class FaultCatalog {
    private static final List<Fault> FAULTS = inOrderOfPlanting();

    private FaultCatalog() {}

    private static List<Fault> inOrderOfPlanting() {
        List<Fault> faults = new ArrayList<>();
        faults.add(TrafficFaults.bots());
        faults.add(OutageFaults.emptyByError());
        faults.add(ExposureIdFaults.ridReused());
        faults.add(UserFaults.userIsRequest());
        faults.add(CopyFaults.notRendered());
        faults.add(CopyFaults.prefetch());
        faults.addAll(ListFaults.all());
        faults.addAll(LatencyFaults.all());
        faults.addAll(ContextFaults.all());
        faults.add(PrivacyFaults.pii());
        faults.addAll(CopyFaults.all());
        faults.addAll(LossFaults.all());
        faults.add(LossFaults.diffLoss());
        faults.addAll(AttributionFaults.all());
        faults.addAll(OutcomeIdFaults.all());
        faults.add(UserFaults.userMismatch());
        faults.addAll(ClockFaults.all());
        faults.addAll(ValueFaults.all());
        faults.add(TrafficFaults.dupOutcome());
        faults.addAll(LineFaults.all());
        faults.addAll(FileFaults.all());
        return List.copyOf(faults);
    }

    public static List<Fault> all() {
        return FAULTS;
    }

    public static Optional<Fault> find(String name) {
        return FAULTS.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
