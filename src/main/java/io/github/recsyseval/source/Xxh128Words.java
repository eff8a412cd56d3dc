package io.github.recsyseval.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Constants and steps that {@link Xxh128} shares for short and long contents, named as in the specification. */
final class Xxh128Words {
    static final long PRIME32_1 = 0x9E3779B1L;
    static final long PRIME32_2 = 0x85EBCA77L;
    static final long PRIME32_3 = 0xC2B2AE3DL;
    static final long PRIME64_1 = 0x9E3779B185EBCA87L;
    static final long PRIME64_2 = 0xC2B2AE3D27D4EB4FL;
    static final long PRIME64_3 = 0x165667B19E3779F9L;
    static final long PRIME64_4 = 0x85EBCA77C2B2AE63L;
    static final long PRIME64_5 = 0x27D4EB2F165667C5L;
    static final long PRIME_MX1 = 0x165667919E3779F9L;
    static final long PRIME_MX2 = 0x9FB21C651E98DF25L;

    /** The default secret. */
    static final byte[] SECRET = HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** The secret in words that do not overlap. */
    private static final long[] SECRET_WORDS = new long[SECRET.length / Long.BYTES];

    static {
        for (int i = 0; i < SECRET_WORDS.length; i++) {
            SECRET_WORDS[i] = word(SECRET, Long.BYTES * i);
        }
    }

    private Xxh128Words() {}

    /** Eight bytes as a number, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Four bytes as a number, the first one lowest. */
    static int half(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long secret(int at) {
        return word(SECRET, at);
    }

    /** The secret's n-th word; n times eight is where it begins. */
    static long secretWord(int n) {
        return SECRET_WORDS[n];
    }

    /** The upper 64 bits of the product of two unsigned numbers. */
    static long high(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** Both halves of the 128-bit product of two unsigned numbers, xored. */
    static long fold(long a, long b) {
        return a * b ^ high(a, b);
    }

    static long avalanche(long x) {
        long mixed = (x ^ x >>> 37) * PRIME_MX1;
        return mixed ^ mixed >>> 32;
    }

    /** The final mixing of XXH64. */
    static long avalanche64(long x) {
        long mixed = (x ^ x >>> 33) * PRIME64_2;
        mixed = (mixed ^ mixed >>> 29) * PRIME64_3;
        return mixed ^ mixed >>> 32;
    }
}
