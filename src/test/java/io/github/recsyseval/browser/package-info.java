/** What a real browser makes of the HTML form. Start with {@link io.github.recsyseval.browser.HtmlInBrowserTest}. */
@NullMarked
package io.github.recsyseval.browser;

import org.jspecify.annotations.NullMarked;
