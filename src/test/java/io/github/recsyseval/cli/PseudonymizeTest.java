package io.github.recsyseval.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.github.recsyseval.testing.Cli;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected hashes: {@code hmac.new(KEY.encode(), value.encode(), hashlib.sha256).hexdigest()} in Python. */
@DisabledOnOs(OS.WINDOWS)
class PseudonymizeTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String U1 = "8728cad5b6657e664bb4312bffb6db8bab6e54d94fde7c464ce200eb39dbabbf";
    private static final String S9 = "85dbb067344e6173801202c6da188233aee5b29d90eabba411876fd9449377d2";
    private static final String I1 = "1f75f4e77f0bd63cb15c4f580ac7a9765256634dd094394c5c4ac46571fb80a7";
    private static final String I2 = "bb828f60f7e9f50a0f4a3f73f5683b9caa8a05c03fb7fbb6b5c4edc00d3e5a1d";
    private static final String NUMBER = "0e0a1f2fae89787d1edb0d65f703a399066ff48bce5fd3e41ca6d7afee781530";

    @TempDir
    private Path folder;

    private Path key;

    @BeforeEach
    void writeKey() throws IOException {
        key = Files.writeString(folder.resolve("key"), KEY + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void everyOtherByteIsKept() {
        String line = "{ \"n\":1.50e+3,\t\"user_id\" :\"u-1\" ,\"s\":\"\\u00e4\\/ü\\n\",\"user_id2\":\"u-1\","
                + "\"deep\":{\"user_id\":\"u-1\"},\"big\":123456789012345678901234567890} \r\n";
        Cli run = run(line, "user_id");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(line.replace("\"user_id\" :\"u-1\"", "\"user_id\" :\"" + U1 + "\""));
        assertThat(run.err()).isEqualTo("recsys-eval: 1 line written; user_id: 1 value\n");
    }

    @Test
    void aFileIsLeftAsItWasWhenAnInputWasCutOff() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write("{\"user_id\":\"u-1\"}\n".repeat(100_000).getBytes(UTF_8));
        }
        Path log = folder.resolve("cut.gz");
        Files.write(log, Arrays.copyOf(whole.toByteArray(), whole.size() - 20));
        Path output = Files.writeString(folder.resolve("out.jsonl"), "before");
        Cli run =
                Run.of("pseudonymize", "--fields=user_id", "--key-file=" + key, "--input=" + log, "--output=" + output);

        assertThat(run.exitCode()).isEqualTo(66);
        assertThat(run.err()).contains("out.jsonl was left as it was: not all lines could be read");
        assertThat(output).hasContent("before");
    }

    @Test
    void fieldsLieInObjectsAndArrays() {
        String line = "{\"user_id\":\"u-1\",\"context\":{\"session_id\":\"s-9\",\"x\":[]},"
                + "\"items\":[{\"item_id\":\"i-1\",\"rank\":1},{\"rank\":2,\"item_id\":\"i-2\"}]}\n";
        Cli run = run(line, "user_id,context.session_id,items.item_id");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(line.replace("u-1", U1)
                        .replace("s-9", S9)
                        .replace("i-1", I1)
                        .replace("i-2", I2));
        assertThat(run.err()).contains("items.item_id: 2 values");
    }

    /** Numbers are hashed as they are written, and every entry of an array of ids. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"user_id\":12.50e3};{\"user_id\":\"0e0a1f2fae89787d1edb0d65f703a399066ff48bce5fd3e41ca6d7afee781530\"}",
                "{\"user_id\":\"12.50e3\"};{\"user_id\":\"0e0a1f2fae89787d1edb0d65f703a399066ff48bce5fd3e41ca6d7afee781530\"}",
                "{\"user_id\":[\"i-1\",null,\"i-2\"]};{\"user_id\":[\"1f75f4e77f0bd63cb15c4f580ac7a9765256634dd094394c5c4ac46571fb80a7\",null,\"bb828f60f7e9f50a0f4a3f73f5683b9caa8a05c03fb7fbb6b5c4edc00d3e5a1d\"]}",
                "{\"user\\u005fid\":\"u\\u002d1\"};{\"user\\u005fid\":\"8728cad5b6657e664bb4312bffb6db8bab6e54d94fde7c464ce200eb39dbabbf\"}",
                "{\"user_id\":\"u-1\",\"user_id\":\"i-1\"};{\"user_id\":\"8728cad5b6657e664bb4312bffb6db8bab6e54d94fde7c464ce200eb39dbabbf\",\"user_id\":\"1f75f4e77f0bd63cb15c4f580ac7a9765256634dd094394c5c4ac46571fb80a7\"}",
                "{\"user_id\":\"  \"};{\"user_id\":\"\"}",
                "{\"user_id\":[]};{\"user_id\":[]}"
            })
    void whateverAnIdLooksLike(String line, String expected) {
        Cli run = run(line + "\n", "user_id");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(expected + "\n");
    }

    /** A line that cannot be pseudonymised is never written, nor any part of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"user_id\":\"secret\"",
                "{\"user_id\":\"secret\"}}",
                "{\"user_id\":\"secret\"} {\"user_id\":\"secret\"}",
                "{\"user_id\":\"secret}",
                "{'user_id':'secret'}",
                "[{\"user_id\":\"secret\"}]",
                "\"secret\"",
                "secret",
                "{\"userId\":\"secret\"}",
                "{\"user_id\":null,\"uid\":\"secret\"}",
                "{\"user_id\":{\"id\":\"secret\"}}",
                "{\"user_id\":true,\"uid\":\"secret\"}",
                "{\"user_id\":[\"a\",{\"id\":\"secret\"}]}",
                "{\"user_id\":\"a\",\"x\":\"secret\u0001\"}"
            })
    void aLineThatCannotBePseudonymisedIsRefused(String line) {
        Cli run = run("{\"user_id\":\"u-1\"}\n" + line + "\n{\"user_id\":\"u-1\"}\n", "user_id");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out()).isEqualTo(("{\"user_id\":\"" + U1 + "\"}\n").repeat(2));
        assertThat(run.err())
                .contains("1 line of 3 refused and not written", "(standard input):2")
                .doesNotContain("secret");
    }

    /** Whatever one byte of a line is turned into, the id does not come through. */
    @Test
    void noMutationLetsAnIdThrough() {
        byte[] line = "{\"n\":[1,{}],\"user_id\":\"secret\",\"x\":\"\\u00e4\"}\n".getBytes(UTF_8);
        byte[] interesting = "\"\\{}[],: 0.\nx\u0001".getBytes(UTF_8);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int at = 0; at < line.length; at++) {
            for (byte other : interesting) {
                byte[] mutated = line.clone();
                mutated[at] = other;
                lines.writeBytes(mutated);
                lines.writeBytes(line);
            }
        }
        Cli run = Run.with(lines.toByteArray(), "pseudonymize", "--fields", "user_id", "--key-file", key.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out().lines().count()).isGreaterThan(line.length);
        assertThat(run.out() + run.err()).doesNotContain("secret");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] line = "{\"user_id\":\"secret?\"}\n".getBytes(UTF_8);
        line[line.length - 4] = (byte) 0xff;
        Cli run = Run.with(line, "pseudonymize", "--fields", "user_id", "--key-file", key.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tooLongLinesAreRefused() {
        Cli run = run(
                "{\"user_id\":\"u-1\",\"x\":\"" + "y".repeat(200) + "\"}\n{\"user_id\":\"u-1\"}\n",
                "user_id",
                "--max-line-bytes",
                "100");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out()).isEqualTo("{\"user_id\":\"" + U1 + "\"}\n");
    }

    @Test
    void aMisspelledFieldWritesNothingAndIsFound() {
        Cli run = run("{\"user_id\":\"u-1\",\"context\":{\"session_id\":\"s-9\"}}\n", "user_id,context.sesion_id");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_RECORDS);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("/context/sesion_id is absent or null; did you mean context.session_id?");
    }

    @Test
    void aFieldThatMayBeAbsentIsCounted() {
        String lines = "{\"user_id\":\"u-1\"}\n{\"user_id\":\"u-1\",\"context\":{\"session_id\":\"s-9\"}}\n"
                + "{\"user_id\":\"u-1\",\"context\":null}\n";
        Cli run = run(lines, "user_id,context.session_id?");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(lines.replace("u-1", U1).replace("s-9", S9));
        assertThat(run.err()).contains("context.session_id: 1 value, absent 2 times");
    }

    @Test
    void aFieldThatIsNeverThereIsWarnedAbout() {
        Cli run = run("{\"user_id\":\"u-1\"}\n", "user_id,sesion?");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("warning: no line has a value in sesion");
    }

    @Test
    void pseudonymsOfPseudonymsAreWarnedAbout() {
        assertThat(run("{\"user_id\":\"" + U1 + "\"}\n", "user_id").err())
                .contains("1 value of user_id looked like pseudonyms before");
    }

    @Test
    void keysWithDotsAreWrittenWithABackslash() {
        String line = "{\"user.id\":\"u-1\"}\n";

        assertThat(run(line, "user\\.id").out()).isEqualTo(line.replace("u-1", U1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "user_id,user_id; user_id is given twice",
                "user,user.id; user.id lies within user",
                "user.id,user; another field lies within user",
                "user_id,; a key is empty",
                "context..x; a key is empty"
            })
    void fieldsThatCannotBeReplacedTogetherAreUsageErrors(String fields, String sentence) {
        Cli run = run("{}\n", fields);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void inputsAreReadInOrderWhateverTheirCompressionAndThreads() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int file = 0; file < 3; file++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 9_000; i++) {
                lines.append("{\"user_id\":\"u-1\",\"n\":")
                        .append(file * 9_000 + i)
                        .append(",\"x\":\"");
                lines.append("y".repeat(100)).append("\"}\n");
            }
            if (file == 0) {
                lines.setLength(lines.length() - 1); // the next file starts a new line all the same
            }
            byte[] plain = lines.toString().getBytes(UTF_8);
            byte[] zstd = file == 1 ? Zstd.compress(plain) : plain;
            Files.write(folder.resolve("log" + file), file == 2 ? gzip(plain) : zstd);
            all.append(lines).append(file == 0 ? "\n" : "");
        }
        String expected = all.toString().replace("u-1", U1);
        for (String threads : List.of("1", "4")) {
            Cli run = Run.of(
                    "pseudonymize",
                    "--fields",
                    "user_id",
                    "--key-file",
                    key.toString(),
                    "--threads",
                    threads,
                    folder.resolve("log0").toString(),
                    folder.resolve("log1").toString(),
                    folder.resolve("log2").toString());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().equals(expected)).isTrue();
        }
    }

    @Test
    void outputIsForItsOwnerOnlyAndCompressedOnDemand() throws IOException {
        Path gz = folder.resolve("out.gz");
        Path zst = folder.resolve("out.zst");
        String line = "{\"user_id\":\"u-1\"}\n";
        assertThat(run(line, "user_id", "--output", gz.toString(), "--compress", "gzip")
                        .exitCode())
                .isZero();
        assertThat(run(line, "user_id", "--output", zst.toString(), "--compress", "zstd")
                        .exitCode())
                .isZero();

        String expected = line.replace("u-1", U1);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(gz)))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(expected);
        }
        assertThat(new String(Zstd.decompress(Files.readAllBytes(zst), 1000), UTF_8))
                .isEqualTo(expected);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(gz)))
                .isEqualTo("rw-------");
        assertThat(run(line, "user_id", "--compress", "gzp").err()).contains("did you mean gzip?");
    }

    @Test
    void whatCannotBeReadToItsEndIsNotPutInPlace() throws IOException {
        byte[] whole = gzip("{\"user_id\":\"u-1\"}\n".repeat(1000).getBytes(UTF_8));
        Path broken = Files.write(folder.resolve("broken.gz"), Arrays.copyOf(whole, whole.length - 20));
        Path out = Files.writeString(folder.resolve("out"), "before");
        Cli run = Run.of(
                "pseudonymize",
                "--fields",
                "user_id",
                "--key-file",
                key.toString(),
                "--output",
                out.toString(),
                broken.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("broken.gz: cannot be read to its end");
        assertThat(out).hasContent("before");
    }

    @Test
    void neitherInputNorKeyIsOverwritten() throws IOException {
        Path in = Files.writeString(folder.resolve("in"), "{\"user_id\":\"u-1\"}\n");
        for (Path target : List.of(in, key)) {
            Cli run = Run.of(
                    "pseudonymize",
                    "--fields",
                    "user_id",
                    "--key-file",
                    key.toString(),
                    "--output",
                    target.toString(),
                    in.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
        assertThat(key).hasContent(KEY + "\n");
    }

    @Test
    void theKeyIsNeverShown() throws IOException {
        List<Cli> runs = new ArrayList<>();
        runs.add(run("{\"user_id\":\"u-1\"}\n", "user_id", "--verbose"));
        runs.add(run("nonsense\n", "user_id", "--verbose"));
        Files.writeString(key, KEY + "\n" + KEY);
        runs.add(run("{}\n", "user_id", "--verbose"));
        Files.writeString(key, KEY.repeat(200));
        runs.add(run("{}\n", "user_id", "--verbose"));

        assertThat(runs).extracting(Cli::exitCode).containsExactly(0, 6, 64, 64);
        assertThat(runs).allSatisfy(run -> assertThat(run.out() + run.err()).doesNotContain(KEY));
    }

    @Test
    void aKeyThatOthersMayReadIsWarnedAbout() throws IOException {
        assertThat(run("{\"user_id\":\"u-1\"}\n", "user_id").err()).doesNotContain("warning");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("{\"user_id\":\"u-1\"}\n", "user_id").err())
                .contains("warning: others may read the key in " + key + " (rw-r--r--); chmod 600 " + key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "short;the key in;is shorter than 16 bytes",
                "` 0123456789abcdef`;the key in;begins or ends with a blank",
                "``;--key-file;holds no key",
                "` \t`;--key-file;holds no key"
            })
    void keysThatAreOddAreNamed(String content, String first, String second) throws IOException {
        Files.writeString(key, content);

        assertThat(run("{\"user_id\":\"u-1\"}\n", "user_id").err()).contains(first, second);
    }

    /** The line end that an editor puts behind the key is not part of it, be it LF or CR LF. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void theLineEndOfTheKeyFileDoesNotCount(String end) throws IOException {
        Files.writeString(key, KEY + end);

        assertThat(run("{\"user_id\":\"u-1\"}\n", "user_id").out()).contains(U1);
    }

    @Test
    void aMissingKeyFileIsAnInputError() throws IOException {
        Files.delete(key);
        Cli run = run("{\"user_id\":\"u-1\"}\n", "user_id");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("--key-file " + key + ": no such file");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void quietSaysOnlyWhatWentWrong() {
        assertThat(run("{\"user_id\":\"u-1\"}\n", "user_id", "--quiet").err()).isEmpty();
        assertThat(run("{}\n", "user_id", "--quiet").err()).contains("refused");
    }

    private Cli run(String input, String fields, String... more) {
        List<String> args = new ArrayList<>(List.of("pseudonymize", "--fields", fields, "--key-file", key.toString()));
        args.addAll(List.of(more));
        return Run.with(input, args.toArray(String[]::new));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
