/** What tests of several packages share: data sets to check against, and the laws that accumulators obey. */
@NullMarked
package io.github.recsyseval.testing;

import org.jspecify.annotations.NullMarked;
