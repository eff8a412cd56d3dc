package io.github.recsyseval.oracle;

/** A valid assignment as the world means it. */
record Arm(String request, String user, String variant, int second) {}
