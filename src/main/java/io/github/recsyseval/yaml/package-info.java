/**
 * Reads YAML files into nodes that know their line. Start reading at {@link io.github.recsyseval.yaml.YamlReader}.
 */
@NullMarked
package io.github.recsyseval.yaml;

import org.jspecify.annotations.NullMarked;
