/**
 * The configuration file {@code recsys-eval.yaml}. Its keys are the options of the commands, so that an option needs no second
 * description. Start reading at {@link io.github.recsyseval.cli.config.ConfigFile}; docs/configuration.md is the user's view.
 */
@NullMarked
package io.github.recsyseval.cli.config;

import org.jspecify.annotations.NullMarked;
