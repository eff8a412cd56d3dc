package io.github.recsyseval.oracle;

import org.jspecify.annotations.Nullable;

/** A valid outcome as the world means it. */
record Act(
        String request,
        String user,
        String item,
        boolean click,
        @Nullable Double value,
        int second) {}
