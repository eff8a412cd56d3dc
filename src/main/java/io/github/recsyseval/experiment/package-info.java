/**
 * Experiments: which user was in which arm, whether the arms are comparable, how they compare, and the decision.
 *
 * <p>To call it: put an {@link io.github.recsyseval.experiment.ExperimentPlan} into the {@link
 * io.github.recsyseval.evaluation.EvaluationPlan} of a run whose {@link io.github.recsyseval.engine.JoinPlan} has the metrics
 * {@code ExperimentAnalysis.metrics(attribution)} and {@code new ExperimentColumns(true, armsFromContext, null, null)}, and ask
 * {@code Evaluation.report} for the report: its {@code experiment} holds arms, comparisons, guardrails and the decision. Mistakes
 * in the plan that only the data can show, such as an unknown arm, are thrown as an {@link
 * io.github.recsyseval.experiment.ExperimentException}, whose message is a sentence for the user.
 *
 * <p>Reading the code, start with {@link io.github.recsyseval.experiment.ExperimentAnalysis}. The rule that decides is {@link
 * io.github.recsyseval.experiment.KpiRule} and {@link io.github.recsyseval.experiment.DecisionMaker}; one arm against another is
 * a {@link io.github.recsyseval.experiment.Contrast}. Whether arms are comparable at all is checked by {@link
 * io.github.recsyseval.experiment.ArmsInTime} and {@link io.github.recsyseval.experiment.LoggedAlike}, which watch while users
 * are assigned to arms.
 */
@NullMarked
package io.github.recsyseval.experiment;

import org.jspecify.annotations.NullMarked;
