package io.github.recsyseval.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the full dialect allows; the plain one is held to its rules by the tests of the configuration file. */
class YamlReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x {b: 1}\\nc: *x | a={b=1} c={b=1}",
                "a: &x [1, 2]\\nc: *x | a=[1,2] c=[1,2]",
                "a: &x hello\\nc: *x | a=hello c=hello",
                "é😀: é\\na: &x 'hello'\\nd: '&x'\\nc: *x | é😀=é a=hello d=&x c=hello",
                "a: &x {b: 1, c: 2}\\nd: {<<: *x, c: 3} | a={b=1 c=2} d={c=3 b=1}",
                "a: &x {b: 1}\\ne: &y {b: 2, c: 3}\\nd: {<<: [*x, *y]} | a={b=1} e={b=2 c=3} d={b=1 c=3}",
                "a:\\nb: ~\\nc: null\\nd: '' | a=- b=- c=- d=-",
                "a: 1\\n---\\nb: 2 | a=1",
                "a: 0.50\\nb: 1e-6\\nc: 2025-01-01T00:00:00Z\\nd: yes | a=0.50 b=1e-6 c=2025-01-01T00:00:00Z d=yes"
            })
    void reads(String yaml, String values) throws IOException {
        assertThat(shown(read(yaml.replace("\\n", "\n")))).isEqualTo("{" + values + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: *x | :1: no anchor &x stands before this alias",
                "a: &x {b: *x} | :1: no anchor &x stands before this alias",
                "a: {<<: 1} | :1: << takes keys with values, or a list of such, not 1",
                "a: 1\\na: 2 | :2: a is already set in line 1",
                "- 1 | :1: a configuration consists of keys with values, and begins with a:",
                "a: [ | not YAML",
                "a: 1\\n{b: 1}: 2 | :2: not YAML: a key must be a single word or text",
                "`` | empty; a configuration begins with a:"
            })
    void refuses(String yaml, String why) {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .withMessageContaining(why);
    }

    @Test
    void refusesDeepNesting() {
        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> read("a: " + "[".repeat(20_000)))
                .withMessageEndingWith(":1: not YAML: nested too deeply, or longer than a value can be");
    }

    /** Nine levels of ten aliases would be a milliard of values if they were copied. */
    @Test
    void aliasesAreNotCopied() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a0 [x]\n");
        for (int level = 1; level <= 9; level++) {
            String before = "*a" + (level - 1);
            bomb.append("b" + level + ": &a" + level + " [" + before + (", " + before).repeat(9) + "]\n");
        }
        Node.Fields root = read(bomb.toString());
        Node.Items last = (Node.Items) root.fields().get(9).value();
        assertThat(last.nodes())
                .hasSize(10)
                .allSatisfy(
                        node -> assertThat(node).isSameAs(root.fields().get(8).value()));
    }

    private Node.Fields read(String yaml) throws IOException {
        return YamlReader.read(Files.writeString(folder.resolve("file.yaml"), yaml), Dialect.FULL, "a:");
    }

    private static String shown(Node node) {
        if (node instanceof Node.Fields map) {
            return map.fields().stream()
                    .map(field -> field.name() + "=" + shown(field.value()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        if (node instanceof Node.Items list) {
            return list.nodes().stream().map(YamlReaderTest::shown).collect(Collectors.joining(",", "[", "]"));
        }
        return node instanceof Node.Scalar scalar ? scalar.text() : "-";
    }
}
