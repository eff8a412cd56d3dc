package io.github.recsyseval.experiment;

/**
 * Why intervals of a comparison are rough.
 *
 * @param words in which arm there is too little of what
 * @param factor how many times as many users would be enough, above 1; infinite without any
 */
record TooFew(String words, double factor) {}
