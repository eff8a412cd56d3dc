package io.github.recsyseval.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.recsyseval.event.Contract;
import io.github.recsyseval.event.LineMutations;
import io.github.recsyseval.event.StrictJson;
import io.github.recsyseval.event.Utf8;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random maps on random lines, whole ones and broken ones: the bytes that the program makes of a line say what a plain mapping of
 * trees says, and what is no JSON stays as it is.
 */
class MappingAgainstPlainTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Numbers that the trees compared with cannot write back as they stood. */
    private static final Pattern LONG_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{5}");

    private int compared;
    private int ignored;
    private int broken;

    @Test
    void agreesOnRandomMapsAndLines() {
        run(1, 2_000, 6);
        assertThat(compared).isGreaterThan(5_000);
        assertThat(ignored).isGreaterThan(100);
        assertThat(broken).isGreaterThan(1_000);
    }

    @Test
    @Tag("slow")
    void agreesOnManyMore() {
        run(1_000_000, 400_000, 10);
        assertThat(compared).isGreaterThan(1_000_000);
    }

    private void run(long seed, int maps, int lines) {
        LineMutations mutations = new LineMutations(seed);
        for (int i = 0; i < maps; i++) {
            RandomMaps random = new RandomMaps(seed + i);
            RecordMap map =
                    random.map(i % 3 == 0 ? Contract.OUTCOME : i % 7 == 0 ? Contract.ASSIGNMENT : Contract.EXPOSURE);
            LineMapper mapper = map.newMapper();
            PlainMapping plain = new PlainMapping(map);
            for (int j = 0; j < lines; j++) {
                byte[] line = random.line(map).getBytes(UTF_8);
                compare(mapper, plain, j % 2 == 0 ? line : mutations.mutate(line), map);
            }
        }
    }

    private void compare(LineMapper mapper, PlainMapping plain, byte[] line, RecordMap map) {
        byte[] inside = new byte[line.length + 150];
        System.arraycopy(line, 0, inside, 10, line.length);
        boolean kept = mapper.map(inside, 10, 10 + line.length);
        byte[] written = java.util.Arrays.copyOfRange(mapper.bytes(), mapper.from(), mapper.to());
        Supplier<String> about =
                () -> "line " + new String(line, UTF_8) + "\nmapped " + new String(written, UTF_8) + "\nby " + map;
        if (!isJson(line)) {
            broken++;
            assertThat(kept).as(about).isTrue();
            assertThat(isJson(written)).as(about).isFalse();
            return;
        }
        JsonNode raw = tree(line);
        boolean beyondDecimals = LONG_EXPONENT.matcher(new String(line, UTF_8)).find();
        if (raw == null || beyondDecimals) {
            assertThat(!kept || isJson(written))
                    .as(about)
                    .isTrue(); // a key stands there twice, or a number has an endless exponent
            return;
        }
        if (!raw.isObject()) {
            assertThat(written).as(about).isEqualTo(line);
            return;
        }
        Optional<JsonNode> expected = plain.map(raw);
        assertThat(kept).as(about).isEqualTo(expected.isPresent());
        if (kept) {
            compared++;
            JsonNode mapped = tree(written);
            assertThat(mapped != null && same(mapped, expected.orElseThrow()))
                    .as(() -> about.get() + "\nexpected " + expected)
                    .isTrue();
        } else {
            ignored++;
        }
    }

    /** Numbers may be written differently, in texts as well. */
    private static boolean same(JsonNode a, JsonNode b) {
        return a.equals((x, y) -> x.equals(y) || number(x).isPresent() && sameNumber(x, y) ? 0 : 1, b);
    }

    private static boolean sameNumber(JsonNode x, JsonNode y) {
        Optional<BigDecimal> other = number(y);
        return x.isString() == y.isString()
                && other.isPresent()
                && number(x).orElseThrow().compareTo(other.get()) == 0;
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        try {
            return node.isNumber() || node.isString() ? Optional.of(new BigDecimal(node.asString())) : Optional.empty();
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }

    private static boolean isJson(byte[] line) {
        if (!Utf8.isValid(line, 0, line.length)) {
            return false;
        }
        try (JsonParser parser = StrictJson.parser(line, 0, line.length)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException no) {
            return false;
        }
    }

    private static @Nullable JsonNode tree(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException | NumberFormatException keyTwiceOrBeyondDecimals) {
            return null;
        }
    }
}
