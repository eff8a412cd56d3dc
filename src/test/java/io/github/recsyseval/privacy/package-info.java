@org.jspecify.annotations.NullMarked
package io.github.recsyseval.privacy;
