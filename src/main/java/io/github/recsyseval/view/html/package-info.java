/**
 * A page as one HTML file with inline charts: no network, no script. Start with {@link io.github.recsyseval.view.html.HtmlReport}.
 */
@NullMarked
package io.github.recsyseval.view.html;

import org.jspecify.annotations.NullMarked;
