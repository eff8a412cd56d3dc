/** Tests of the report's forms. */
@NullMarked
package io.github.recsyseval.report;

import org.jspecify.annotations.NullMarked;
