/** Tests of reading lines; what a scanner reads is compared with the parser, what both accept with the schema. */
@NullMarked
package io.github.recsyseval.event;

import org.jspecify.annotations.NullMarked;
