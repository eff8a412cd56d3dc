/** Tests of the ranking metrics; expected values come from trec_eval, ranx, a published example or hand arithmetic. */
@NullMarked
package io.github.recsyseval.metric.ranking;

import org.jspecify.annotations.NullMarked;
