@NullMarked
package io.github.recsyseval.experiment;

import org.jspecify.annotations.NullMarked;
