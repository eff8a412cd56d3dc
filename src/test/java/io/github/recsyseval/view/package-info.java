/** Tests of the forms of a report. */
@NullMarked
package io.github.recsyseval.view;

import org.jspecify.annotations.NullMarked;
