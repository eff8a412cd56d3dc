/** A report laid out for people, in no form yet. Start with {@link io.github.recsyseval.view.page.Page}. */
@NullMarked
package io.github.recsyseval.view.page;

import org.jspecify.annotations.NullMarked;
