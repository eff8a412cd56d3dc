/** What was shown: how long the lists were, which items, and when each slice was seen. Start with {@link ShownLists}. */
@NullMarked
package io.github.recsyseval.metric.lists;

import org.jspecify.annotations.NullMarked;
