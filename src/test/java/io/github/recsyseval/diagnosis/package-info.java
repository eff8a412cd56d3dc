@NullMarked
package io.github.recsyseval.diagnosis;

import org.jspecify.annotations.NullMarked;
