package io.github.recsyseval.cli.config;

/** A command whose {@code --config} names a recsys-eval.yaml that holds its options. */
public interface Configurable {}
