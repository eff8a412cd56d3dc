/**
 * The formats of a report other than JSON: text, Markdown, HTML, JUnit, GitHub.
 *
 * <p>All of them show one {@link io.github.recsyseval.view.page.Page}, so they contain the same facts. Start with {@link
 * io.github.recsyseval.view.ReportPage}, which lays a report out as a page; to change what a reader sees in every format, change
 * it there. {@link io.github.recsyseval.view.MarkdownReport} and {@link io.github.recsyseval.view.html.HtmlReport} write pages,
 * and each escapes text from data in one place.
 */
@NullMarked
package io.github.recsyseval.view;

import org.jspecify.annotations.NullMarked;
