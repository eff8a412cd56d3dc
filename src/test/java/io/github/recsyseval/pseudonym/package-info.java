@NullMarked
package io.github.recsyseval.pseudonym;

import org.jspecify.annotations.NullMarked;
