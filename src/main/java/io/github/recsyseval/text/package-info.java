/** Text functions that several packages need; start at {@link io.github.recsyseval.text.DidYouMean}. */
@NullMarked
package io.github.recsyseval.text;

import org.jspecify.annotations.NullMarked;
