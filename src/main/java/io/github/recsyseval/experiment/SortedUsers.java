package io.github.recsyseval.experiment;

/** Finds users in the order of their hashes. */
final class SortedUsers {
    private SortedUsers() {}

    /**
     * Where a user's rows begin, or would.
     *
     * @param users ascending, as unsigned numbers
     */
    static int first(long[] users, long user) {
        int low = 0;
        int high = users.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(users[middle], user) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
