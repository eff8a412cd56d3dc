@NullMarked
package io.github.recsyseval.metric.lists;

import org.jspecify.annotations.NullMarked;
