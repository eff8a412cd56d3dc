/**
 * Logs that do not follow the schemas: rules that rename, lift and convert fields, and the rewriting of each line before
 * it is read.
 *
 * <p>Start with {@link io.github.recsyseval.mapping.LogMap}, which a map file becomes, and {@link
 * io.github.recsyseval.mapping.LineMapper}, which rewrites lines. docs/mapping.md is the user's view.
 */
@NullMarked
package io.github.recsyseval.mapping;

import org.jspecify.annotations.NullMarked;
