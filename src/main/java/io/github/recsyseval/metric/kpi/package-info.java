/** Join rate, business figures and failure rates of requests; start with {@link io.github.recsyseval.metric.kpi.RequestRates}. */
@NullMarked
package io.github.recsyseval.metric.kpi;

import org.jspecify.annotations.NullMarked;
