/** Tests of {@code src/build}: what the build makes of the program's classes. */
@NullMarked
package io.github.recsyseval.build;

import org.jspecify.annotations.NullMarked;
