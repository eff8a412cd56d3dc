package io.github.recsyseval.diagnosis;

import io.github.recsyseval.finding.FindingCode;
import java.util.List;

/** J18: empty lists that claim no error. Share of the evaluated exposures. */
final class SilentFailures implements Detector {
    @Override
    public List<Finding> detect(Evidence evidence) {
        RequestWatch requests = evidence.requests();
        String text = Words.count(requests.silentEmpties) + " lists are empty without error: true, "
                + Words.count(requests.loudEmpties) + " with it";
        return requests.silentEmpties == 0
                ? List.of()
                : List.of(Finding.of(FindingCode.J18, requests.silentEmpties, requests.requests, "exposures", text));
    }
}
