/**
 * What {@code pseudonymize} does: ids in lines replaced by keyed hashes, every other byte kept. Start with
 * {@link io.github.recsyseval.pseudonym.LineRewriter}.
 */
@NullMarked
package io.github.recsyseval.pseudonym;

import org.jspecify.annotations.NullMarked;
