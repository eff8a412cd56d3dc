/** Gates, baselines and pairs; whole reports are tested where the commands are. */
@NullMarked
package io.github.recsyseval.evaluation;

import org.jspecify.annotations.NullMarked;
