/**
 * Replaces ids in lines by keyed hashes and keeps every other byte, for {@code pseudonymize}. Start with
 * {@link io.github.recsyseval.pseudonym.LineRewriter}.
 */
@NullMarked
package io.github.recsyseval.pseudonym;

import org.jspecify.annotations.NullMarked;
