package io.github.recsyseval.oracle;

import java.util.List;

/** Three small logs and the rules under which they are evaluated. */
record World(List<Line<Shown>> exposures, List<Line<Act>> outcomes, List<Line<Arm>> assignments, Rules rules) {}
