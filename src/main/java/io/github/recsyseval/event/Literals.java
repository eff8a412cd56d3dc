package io.github.recsyseval.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Recognises JSON's three words. What may follow one is for the caller to check. */
final class Literals {
    static final int TRUE_LENGTH = 4;
    static final int FALSE_LENGTH = 5;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
    private static final int FALS = 'f' | 'a' << 8 | 'l' << 16 | 's' << 24;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    private Literals() {}

    static boolean isTrue(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) == TRUE;
    }

    static boolean isFalse(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) == FALS && bytes[at + 4] == 'e';
    }

    /** The position behind the word at {@code at}, or {@link LineScanner#NO}. */
    static int skip(byte[] bytes, int at) {
        int word = (int) INTS.get(bytes, at);
        if (word == TRUE || word == NULL) {
            return at + TRUE_LENGTH;
        }
        return isFalse(bytes, at) ? at + FALSE_LENGTH : LineScanner.NO;
    }
}
