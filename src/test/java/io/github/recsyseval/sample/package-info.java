/** The sample and the truth about it, recounted from the files in the plainest way. */
package io.github.recsyseval.sample;
