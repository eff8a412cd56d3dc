/** Tests of the statistics; expected values come from SciPy, exact arithmetic or a published table. */
@NullMarked
package io.github.recsyseval.stat;

import org.jspecify.annotations.NullMarked;
