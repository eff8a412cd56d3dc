/** A report laid out for people, independent of the format. Start with {@link io.github.recsyseval.view.page.Page}. */
@NullMarked
package io.github.recsyseval.view.page;

import org.jspecify.annotations.NullMarked;
