package io.github.recsyseval.cli;

import io.github.recsyseval.spill.SpillBudget;
import io.github.recsyseval.spill.SpillSpace;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much memory is used before temporary files are. */
final class MemoryOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg])b?", Pattern.CASE_INSENSITIVE);
    private static final long LEAST = 64L << 10;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "Heap for data that grows with the logs, such as 64m or 2g (default: half of the heap; at most three quarters). The rest goes to temporary files. The result is the same.")
    private @Nullable String memory;

    @Mixin
    private TemporaryOptions temporary = new TemporaryOptions();

    private SpillBudget budget = SpillBudget.UNLIMITED;

    /** Checks what was given; no file is made before one is needed. A budget that the heap has no room for is cut, and {@code warn} told. */
    void check(Terminal terminal, Consumer<String> warn) {
        long heap = Runtime.getRuntime().maxMemory();
        long most = heap / 4 * 3;
        long bytes = memory == null ? heap / 2 : bytes(memory);
        if (bytes > most) {
            warn.accept("warning: --memory " + memory + " is more than three quarters of the heap, " + (most >> 20)
                    + "m, which are used instead; RECSYS_EVAL_JAVA_OPTS=-Xmx2g, say, gives more");
        }
        budget = new SpillBudget(Math.min(bytes, most), new SpillSpace(temporary.folder(terminal)));
    }

    /** What was given; known after {@link #check}. */
    SpillBudget budget() {
        return budget;
    }

    /** Gives the room of all temporary files back. */
    void close() {
        budget.space().close();
    }

    private static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageException("--memory takes a number and a unit (k, m, g), such as 64m, not " + text);
        }
        int shift = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            default -> 30;
        };
        long bytes = Long.parseLong(matcher.group(1)) << shift;
        if (bytes < LEAST) {
            throw new UsageException("--memory takes at least 64k, not " + text);
        }
        return bytes;
    }
}
