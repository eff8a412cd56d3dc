package io.github.recsyseval.text;

/** Counts in sentences: the number, its thousands grouped, and the words that go with it. */
public final class Counted {
    private Counted() {}

    /** {@code 1 user}, {@code 2,000 users}: a noun whose plural is made with s. */
    public static String of(long n, String noun) {
        return of(n, noun, noun + "s");
    }

    /** {@code 1 user has}, {@code 2,000 users have}. */
    public static String of(long n, String one, String several) {
        return Decimals.grouped(n) + " " + words(n, one, several);
    }

    /** {@code 1 of 2,000 users}: a noun whose plural is made with s. */
    public static String part(long n, long of, String noun) {
        return Decimals.grouped(n) + " of " + of(of, noun);
    }

    /** The words that go with a number that stands elsewhere in the sentence. */
    public static String words(long n, String one, String several) {
        return n == 1 ? one : several;
    }
}
