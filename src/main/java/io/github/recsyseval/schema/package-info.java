/**
 * Checks lines against schemas. Start at {@link io.github.recsyseval.schema.SchemaCatalog}, which finds a schema by name or path;
 * {@link io.github.recsyseval.schema.SchemaValidator} judges lines and {@link io.github.recsyseval.schema.Violation} is what it
 * finds.
 *
 * <p>The schema library is used in {@code LibraryLoader} and {@code LibrarySchema} only. It has the last word; fast paths in
 * front of it may accept lines, but never refuse one.
 */
@NullMarked
package io.github.recsyseval.schema;

import org.jspecify.annotations.NullMarked;
