package io.github.recsyseval.yaml;

/** How much of YAML a file may use. */
public enum Dialect {
    /** Only values that are read where they stand: no aliases, nothing empty, one document. */
    PLAIN,
    /**
     * Aliases ({@code *name}), merge keys ({@code <<}) and empty values too; of several documents the first is read. An alias is the
     * node itself and no copy of it, so a small file stays small however often it refers to itself.
     */
    FULL
}
