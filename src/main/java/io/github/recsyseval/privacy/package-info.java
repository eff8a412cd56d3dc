/**
 * Finds personal data in log lines without keeping any of it. Start with {@link io.github.recsyseval.privacy.PersonalDataScanner};
 * {@link io.github.recsyseval.privacy.Prefilter} lets it skip almost all lines at the speed of reading them.
 */
@NullMarked
package io.github.recsyseval.privacy;

import org.jspecify.annotations.NullMarked;
