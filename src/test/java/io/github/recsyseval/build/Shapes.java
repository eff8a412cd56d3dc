package io.github.recsyseval.build;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lambdas and records of all shapes, in places where a compiler treats them differently; {@link #words} runs them all. */
public final class Shapes {
    private static final Supplier<String> IN_INITIALIZER = () -> "initializer";

    private final String name;
    private final Supplier<String> inConstructor;

    private Shapes(String name) {
        this.name = name;
        inConstructor = () -> "constructor of " + name;
    }

    /** What comes out. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        Shapes shapes = new Shapes("shapes");
        words.add(IN_INITIALIZER.get());
        words.add(shapes.inConstructor.get());
        words.add(shapes.bodies());
        words.add(captured(true, (byte) 1, 'c', (short) 2, 3, 4L, 5.5f, 6.5, "object", new int[] {7})
                .get());
        words.add(references());
        words.add(numbers());
        words.add(new Greeting() {}.polite("world"));
        words.add(Greeting.curt().greet("you"));
        words.add(Inner.Innermost.word());
        words.add(Level.HIGH.word.get() + Level.LOW.word.get());
        words.add(remembered().get());
        words.addAll(records());
        return words;
    }

    /** Private methods, and a lambda in a lambda. */
    private String bodies() {
        Function<String, Supplier<String>> outer = word -> () -> word + " of " + own(secret());
        return outer.apply("bodies").get();
    }

    private String own(String word) {
        return name + " and " + word;
    }

    private static String secret() {
        return "secret";
    }

    private static Supplier<String> captured(
            boolean truth, byte b, char c, short s, int i, long l, float f, double d, String object, int[] array) {
        return () -> truth + " " + b + c + s + i + l + " " + f + " " + d + " " + object + Arrays.toString(array);
    }

    private static String references() {
        List<String> list = new ArrayList<>();
        Consumer<String> bound = list::add; // returns a boolean that nobody wants
        bound.accept("bound");
        Function<String, String> unbound = String::strip;
        list.add(unbound.apply(" unbound "));
        Function<String, StringBuilder> constructor = StringBuilder::new;
        list.add(constructor.apply("constructor").toString());
        IntFunction<String[]> array = String[]::new;
        list.add(String.valueOf(array.apply(3).length));
        BiFunction<Double, Integer, Number> narrow = (x, y) -> x + y;
        list.add(narrow.apply(0.5, 1).toString());
        Comparator<String> order = String::compareTo;
        return list.stream().sorted(order).collect(Collectors.joining(","));
    }

    /** Boxed, unboxed, and widened, which is left to the run time. */
    private static String numbers() {
        ToIntFunction<Integer> unboxed = value -> value + 1;
        Function<Integer, Integer> both = Shapes::twice;
        IntFunction<Object> boxed = value -> value;
        IntBinaryOperator plain = Math::addExact;
        ToLongFunction<Integer> widened = Integer::intValue;
        Measure measure = (a, b, c) -> a + b + c;
        return Stream.of(
                        unboxed.applyAsInt(1),
                        both.apply(2),
                        boxed.apply(3),
                        plain.applyAsInt(2, 2),
                        widened.applyAsLong(5),
                        measure.of(1, 2.5, 3L))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static int twice(int value) {
        return 2 * value;
    }

    @SuppressWarnings("unchecked")
    private static Supplier<String> remembered() {
        String word = "serializable";
        return (Supplier<String> & Serializable) () -> word;
    }

    private static List<String> records() {
        Values values = new Values((byte) 1, 'c', 2, 3L, 4.5f, -0.0, true, "word");
        return List.of(
                values.toString(),
                String.valueOf(values.equals(new Values((byte) 1, 'c', 2, 3L, 4.5f, -0.0, true, "word"))),
                String.valueOf(values.equals(new Values((byte) 1, 'c', 2, 3L, 4.5f, 0.0, true, "word"))),
                String.valueOf(new Empty().hashCode()),
                new Empty().toString(),
                new Named("n").greeting().get());
    }

    private interface Measure {
        double of(int a, double b, long c);
    }

    private interface Greeting {
        default String greet(String whom) {
            return "hi " + whom;
        }

        default String polite(String whom) {
            Function<String, String> both = this::both;
            return both.apply(whom);
        }

        private String both(String whom) {
            return "good day, " + greet(whom);
        }

        static Word curt() {
            Function<String, String> bare = Greeting::bare;
            return bare::apply;
        }

        private static String bare(String whom) {
            return "oi " + whom;
        }
    }

    private interface Word {
        String greet(String whom);
    }

    private static final class Inner {
        private static final class Innermost {
            static String word() {
                Supplier<String> word = () -> secret() + hidden();
                return word.get();
            }

            private static String hidden() {
                return " of innermost";
            }
        }
    }

    private enum Level {
        LOW(() -> "low"),
        HIGH(() -> "high");

        private final Supplier<String> word;

        Level(Supplier<String> word) {
            this.word = word;
        }
    }

    private record Values(byte b, char c, int i, long l, float f, double d, boolean truth, String word) {}

    private record Empty() {}

    private record Named(String name) {
        Supplier<String> greeting() {
            return () -> "I am " + name;
        }
    }
}
