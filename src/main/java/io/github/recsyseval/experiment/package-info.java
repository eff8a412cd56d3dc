/**
 * Experiments: which user was in which arm, whether the arms can be compared, how they compare, and what follows.
 *
 * <p>To call it: put an {@link io.github.recsyseval.experiment.ExperimentPlan} into the
 * {@link io.github.recsyseval.evaluation.EvaluationPlan} of a run whose {@link io.github.recsyseval.engine.JoinPlan} has the metrics
 * {@code ExperimentAnalysis.metrics(attribution)} and {@code new ExperimentColumns(true, armsFromContext, null, null)}, and ask {@code
 * Evaluation.report} for the report: its {@code experiment} holds arms, comparisons, guardrails and the decision. What only the data
 * can show to be wrong about the plan, such as an arm that does not exist, is thrown as an
 * {@link io.github.recsyseval.experiment.ExperimentException}, whose message is a sentence.
 *
 * <p>Reading the code, start with {@link io.github.recsyseval.experiment.ExperimentAnalysis}. The rule that decides is
 * {@link io.github.recsyseval.experiment.KpiRule} and {@link io.github.recsyseval.experiment.DecisionMaker}; one arm against another is
 * a {@link io.github.recsyseval.experiment.Contrast}. Whether arms may be compared at all is asked by
 * {@link io.github.recsyseval.experiment.ArmsInTime} and {@link io.github.recsyseval.experiment.LoggedAlike}, which look on while users are put
 * into arms.
 */
@NullMarked
package io.github.recsyseval.experiment;

import org.jspecify.annotations.NullMarked;
