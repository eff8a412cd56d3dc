/**
 * The faults that can be planted: each says what it imitates, changes the lines of a session, and says how it is counted. A
 * family of faults shares a file. Start at {@link io.github.recsyseval.sample.fault.FaultCatalog}.
 */
@NullMarked
package io.github.recsyseval.sample.fault;

import org.jspecify.annotations.NullMarked;
