/**
 * What is measured per request, and the ledger that turns it into ratios with intervals.
 *
 * <p>Every metric except latency is a ratio of sums over requests: start with {@link io.github.recsyseval.metric.RequestMetric}.
 * Each evaluated request becomes one small row of the {@link io.github.recsyseval.metric.RequestLedger}; at the end {@link
 * io.github.recsyseval.metric.LedgerSums} sums the rows by slice and user, part by part ({@link
 * io.github.recsyseval.metric.LedgerParts}). Names on the command line become metrics in {@link
 * io.github.recsyseval.metric.MetricCatalog}.
 */
@NullMarked
package io.github.recsyseval.metric;

import org.jspecify.annotations.NullMarked;
