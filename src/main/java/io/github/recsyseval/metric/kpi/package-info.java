/** Join rates, KPIs and failure rates of requests. Start with {@link io.github.recsyseval.metric.kpi.RequestRates}. */
@NullMarked
package io.github.recsyseval.metric.kpi;

import org.jspecify.annotations.NullMarked;
