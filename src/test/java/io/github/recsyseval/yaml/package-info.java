@NullMarked
package io.github.recsyseval.yaml;

import org.jspecify.annotations.NullMarked;
