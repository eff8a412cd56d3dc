package io.github.recsyseval.yaml;

import io.github.recsyseval.source.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML file into nodes with line numbers: no key twice, at most 1 MiB, and as much of YAML as the {@link Dialect} allows. */
public final class YamlReader {
    private static final int LONGEST_FILE = 1 << 20;
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern LINE = Pattern.compile("in reader, line (\\d+)");

    private static final Pattern ANCHOR = Pattern.compile("&([^\\s,\\[\\]{}]+)");
    private static final String MERGE = "<<";

    private final Path file;
    private final String text;
    private final JsonParser parser;
    private final Dialect dialect;
    private final String begins;
    private final Map<String, Node> anchors = new HashMap<>();

    private YamlReader(Path file, String text, JsonParser parser, Dialect dialect, String begins) {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.dialect = dialect;
        this.begins = begins;
    }

    /**
     * The keys and values at the top of a file.
     *
     * @param begins what such a file begins with, for the message about one that is empty or something else
     * @throws InputException if there is no such file or it cannot be read
     * @throws YamlException if it is not YAML of that kind
     */
    public static Node.Fields read(Path file, Dialect dialect, String begins) {
        return read(file, text(file), dialect, begins);
    }

    /** As {@link #read(Path, Dialect, String)}, of a text that need not stand in that file. */
    public static Node.Fields read(Path file, String text, Dialect dialect, String begins) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            return new YamlReader(file, text, parser, dialect, begins).document();
        } catch (JacksonException broken) {
            throw new YamlException(file + ":" + line(broken) + ": not YAML: " + problem(broken));
        }
    }

    private static String text(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length > LONGEST_FILE) {
            throw new YamlException(file + ": longer than 1 MiB, the limit for a configuration");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new YamlException(file + ": not UTF-8");
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": a directory, not a configuration file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_FILE + 1);
        } catch (NoSuchFileException none) {
            throw new InputException(file + ": no such file", none);
        } catch (AccessDeniedException denied) {
            throw new InputException(file + ": permission denied", denied);
        } catch (IOException failed) {
            throw new InputException(file + ": cannot be read", failed);
        }
    }

    private Node.Fields document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new YamlException(file + ": empty; a configuration begins with " + begins);
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrong(line(), "a configuration consists of keys with values, and begins with " + begins);
        }
        Node.Fields root = fields();
        if (dialect == Dialect.PLAIN && parser.nextToken() != null) {
            throw wrong(line(), "a second document; a configuration is one");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token) {
        if (token == null) {
            throw wrong(line(), "the file ends in the middle");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias();
        }
        Optional<String> anchor = dialect == Dialect.FULL ? anchor(token) : Optional.empty();
        Node node = value(token);
        anchor.ifPresent(name -> anchors.put(name, node));
        return node;
    }

    /** The name that a value is given, if any. The parser tells that of maps and lists; before a scalar it stands in the text. */
    private Optional<String> anchor(JsonToken token) {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            return Optional.ofNullable(parser.getObjectId()).map(Object::toString);
        }
        int at = (int) parser.currentTokenLocation().getCharOffset();
        Matcher name = ANCHOR.matcher(text);
        return at >= 0
                        && at <= text.length()
                        && name.region(text.offsetByCodePoints(0, at), text.length())
                                .lookingAt()
                ? Optional.of(name.group(1))
                : Optional.empty();
    }

    private Node value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_TRUE, VALUE_FALSE -> scalar(Node.Type.TRUTH);
            case VALUE_NUMBER_INT -> scalar(Node.Type.INTEGER);
            case VALUE_NUMBER_FLOAT -> scalar(Node.Type.NUMBER);
            case VALUE_STRING -> scalar(Node.Type.TEXT);
            default -> nothing("a value is missing; leave the key out to have the default");
        };
    }

    /** What an anchor ({@code &name}) before this place has named. */
    private Node alias() {
        if (dialect == Dialect.PLAIN) {
            throw wrong(line(), "aliases (*name) are not supported; write the value");
        }
        Node named = anchors.get(parser.getString());
        if (named == null) {
            throw wrong(line(), "no anchor &" + printable(parser.getString()) + " stands before this alias");
        }
        return named;
    }

    private Node nothing(String complaint) {
        if (dialect == Dialect.PLAIN) {
            throw wrong(line(), complaint);
        }
        return new Node.Nothing(line());
    }

    private Node.Fields fields() {
        int line = line();
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int nameLine = line();
            Node.Field before = fields.get(name);
            if (before != null) {
                throw wrong(nameLine, printable(name) + " is already set in line " + before.line());
            }
            fields.put(name, new Node.Field(name, nameLine, node(parser.nextToken())));
        }
        Node.Field merge = dialect == Dialect.FULL ? fields.remove(MERGE) : null;
        if (merge != null) {
            merge(merge.value(), fields);
        }
        return new Node.Fields(line, List.copyOf(fields.values()));
    }

    /** Adds what a merge key refers to; keys that are there already stay, and of several maps the first wins. */
    private void merge(Node from, Map<String, Node.Field> into) {
        if (from instanceof Node.Fields map) {
            map.fields().forEach(field -> into.putIfAbsent(field.name(), field));
        } else if (from instanceof Node.Items list && list.nodes().stream().allMatch(Node.Fields.class::isInstance)) {
            list.nodes().forEach(map -> merge(map, into));
        } else {
            throw wrong(from.line(), MERGE + " takes keys with values, or a list of such, not " + from.shown());
        }
    }

    private Node.Items items() {
        int line = line();
        List<Node> nodes = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            nodes.add(node(token));
        }
        return new Node.Items(line, nodes);
    }

    private Node scalar(Node.Type type) {
        String text = parser.getString();
        if (text.isEmpty() || type == Node.Type.TEXT && text.equals("~")) {
            return nothing("a value is empty; leave the key out to have the default");
        }
        return new Node.Scalar(line(), type, text);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private YamlException wrong(int line, String what) {
        return new YamlException(file + ":" + line + ": " + what);
    }

    /** The parser tells the place where it began to read the broken part, and after it the place where it gave up. */
    private static int line(JacksonException broken) {
        Matcher places = LINE.matcher(broken.getOriginalMessage());
        TokenStreamLocation place = broken.getLocation();
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        while (places.find()) {
            line = Integer.parseInt(places.group(1));
        }
        return line;
    }

    /** The last line of the parser's message that is neither a place nor an excerpt, which both are indented. */
    private static String problem(JacksonException broken) {
        String message = broken.getOriginalMessage();
        if (broken instanceof StreamConstraintsException) {
            return "nested too deeply, or longer than a value can be";
        }
        if (message.startsWith("Expected a property name")) {
            return "a key must be a single word or text";
        }
        Optional<String> problem = message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .reduce((earlier, later) -> later);
        return printable(problem.orElse("unreadable"));
    }

    /** A text from the file for a terminal: control and format characters as code points, cut after 80 characters. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).forEach(c -> {
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE) {
                shown.append(String.format(java.util.Locale.ROOT, "U+%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN ? shown + "..." : shown.toString();
    }
}
