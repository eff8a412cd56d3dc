package io.github.recsyseval.join;

import io.github.recsyseval.spill.SpilledBytes;

/**
 * The table of an {@link ExposureSet} in a file, slot by slot; 0, 0 is an empty slot.
 *
 * @param capacity how many slots there are
 */
record FrozenExposures(SpilledBytes slots, int capacity) {
    /** What an exposure is to those in the table; {@link ExposureSet.Seen#FIRST} when none has its request id. */
    ExposureSet.Seen find(long first, long second, long fingerprint) {
        for (int slot = ExposureSet.slot(first, capacity); ; slot = slot + 1 == capacity ? 0 : slot + 1) {
            long slotFirst = slots.getLong(3L * slot);
            long slotSecond = slots.getLong(3L * slot + 1);
            if (slotFirst == 0 && slotSecond == 0) {
                return ExposureSet.Seen.FIRST;
            }
            if (slotFirst == first && slotSecond == second) {
                return slots.getLong(3L * slot + 2) == fingerprint
                        ? ExposureSet.Seen.IDENTICAL
                        : ExposureSet.Seen.CONFLICTING;
            }
        }
    }
}
