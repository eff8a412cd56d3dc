@NullMarked
package io.github.recsyseval.spill;

import org.jspecify.annotations.NullMarked;
