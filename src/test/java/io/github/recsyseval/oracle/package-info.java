/** The join and its figures once more, written in the plainest way, for comparison with the engine on thousands of small worlds. */
@NullMarked
package io.github.recsyseval.oracle;

import org.jspecify.annotations.NullMarked;
