package io.github.recsyseval.diagnosis;

import java.util.List;

/** Looks for one fault, or a few that compete for the same records. */
interface Detector {
    /** What it found; findings below their warning threshold may be among them. */
    List<Finding> detect(Evidence evidence);
}
