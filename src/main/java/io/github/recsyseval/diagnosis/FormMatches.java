package io.github.recsyseval.diagnosis;

import java.util.Arrays;

/**
 * Which of some wanted ids are, in a normal form, those of others, which are shown one after the other. Wanted ones are few as a rule, and
 * the ends of nearly all others tell that they are none of them in any form.
 */
final class FormMatches {
    /** By wanted id and form. */
    private final long[][] wanted;
    /** All of these, ascending. */
    private final long[] hashes;
    /** The forms in which an id with such a hash was shown, a bit for each. */
    private final byte[] shown;

    private final IdForms forms = new IdForms();
    /** By {@link IdForms#ending}, whether an id with it could be one of those wanted. */
    private final boolean[] endings = new boolean[IdForms.NO_ENDING + 1];

    /** @param places which of the ids are wanted; empty ones are not */
    FormMatches(IdText ids, int[] places) {
        wanted = new long[places.length][];
        endings[IdForms.NO_ENDING] = true;
        for (int i = 0; i < places.length; i++) {
            wanted[i] = want(ids.bytes(), ids.from(places[i]), ids.to(places[i]));
        }
        hashes = ascending(wanted);
        shown = new byte[hashes.length];
    }

    private long[] want(byte[] bytes, int from, int to) {
        if (from == to) {
            return new long[0];
        }
        int ending = IdForms.ending(bytes, from, to);
        if (ending == IdForms.NO_ENDING) {
            Arrays.fill(endings, true);
        }
        endings[ending] = true;
        return forms.hashes(bytes, from, to).clone();
    }

    private static long[] ascending(long[][] wanted) {
        int size = 0;
        for (long[] id : wanted) {
            size += id.length;
        }
        long[] all = new long[size];
        int end = 0;
        for (long[] id : wanted) {
            System.arraycopy(id, 0, all, end, id.length);
            end += id.length;
        }
        Arrays.sort(all);
        return all;
    }

    /** Compares all of some ids with the wanted ones. */
    void show(IdText ids) {
        for (int place = 0; place < ids.size(); place++) {
            int from = ids.from(place);
            int to = ids.to(place);
            if (from < to && endings[IdForms.ending(ids.bytes(), from, to)]) {
                mark(forms.hashes(ids.bytes(), from, to));
            }
        }
    }

    private void mark(long[] id) {
        int at = -1;
        for (int form = 0; form < id.length; form++) {
            if (form == 0 || id[form] != id[form - 1]) { // most forms leave most ids as they are
                at = Arrays.binarySearch(hashes, id[form]);
            }
            if (at >= 0) {
                shown[at] |= (byte) (1 << form);
            }
        }
    }

    /** Whether the {@code i}-th of the wanted ids and one of those shown are the same in a form. */
    boolean matches(int i, IdForms.Form form) {
        return wanted[i].length > 0
                && (shown[Arrays.binarySearch(hashes, wanted[i][form.ordinal()])] >>> form.ordinal() & 1) != 0;
    }
}
