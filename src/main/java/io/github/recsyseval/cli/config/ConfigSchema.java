package io.github.recsyseval.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft-07) of the configuration, made from the options. schemas/config.v1.json is its published copy. */
public final class ConfigSchema {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ID = "https://recsyseval.github.io/schemas/config.v1.json";

    private final ObjectNode schema = JSON.createObjectNode();

    private ConfigSchema() {}

    /** The schema as text that ends with a newline, lines ended by line feeds. */
    public static String of(CommandSpec program) {
        ObjectNode schema = new ConfigSchema().schema(ConfigKeys.of(program));
        return JSON.writeValueAsString(schema).replace(System.lineSeparator(), "\n") + "\n";
    }

    private ObjectNode schema(ConfigKeys keys) {
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", ID);
        schema.put("title", "Configuration of recsys-eval");
        schema.put("description", "Keys are options of the commands; see docs/configuration.md.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.putArray("required").add("version");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("version")
                .put("description", "The version of this format.")
                .put("type", "integer")
                .put("const", 1);
        Map<String, ConfigKey> all = keys.all();
        sections(all.values(), properties);
        for (String command : keys.commands()) {
            ObjectNode own = properties.putObject(command);
            own.put("description", "Values for " + command + " only; they beat those at the top.");
            own.put("type", "object");
            own.put("additionalProperties", false);
            sections(keys.of(command).values(), own.putObject("properties"));
        }
        ObjectNode definitions = schema.putObject("definitions");
        all.values().forEach(key -> definitions.set(key.path(), definition(key)));
        if (all.values().stream().anyMatch(ConfigKey::mayStandInline)) {
            definitions.setAll((ObjectNode) map().get("definitions"));
        }
        return schema;
    }

    private static void sections(Collection<ConfigKey> keys, ObjectNode properties) {
        for (String name : ConfigKeys.sections(keys)) {
            Collection<ConfigKey> section = ConfigKeys.in(name, keys);
            ObjectNode inner = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
            ObjectNode values = inner.putObject("properties");
            section.forEach(key -> values.set(key.name(), reference(key)));
            section.stream()
                    .filter(ConfigKey::standsForSection)
                    .findFirst()
                    .ifPresentOrElse(
                            key -> properties
                                    .putObject(name)
                                    .putArray("anyOf")
                                    .add(inner)
                                    .add(reference(key)),
                            () -> properties.set(name, inner));
        }
        ConfigKeys.in("", keys).forEach(key -> properties.set(key.name(), reference(key)));
    }

    private static ObjectNode reference(ConfigKey key) {
        return JSON.createObjectNode().put("$ref", "#/definitions/" + key.path());
    }

    private static ObjectNode definition(ConfigKey key) {
        ObjectNode definition = JSON.createObjectNode();
        definition.put("description", description(key));
        if (key.isDefinition()) {
            ArrayNode ways = definition.putArray("anyOf");
            named(key, ways.addObject());
            named(key, ways.addObject().put("type", "array").put("minItems", 1).putObject("items"));
            return definition;
        }
        if (key.mayStandInline()) {
            ArrayNode forms = definition.putArray("anyOf");
            type(key, forms.addObject());
            ObjectNode rules = forms.addObject().put("type", "object").put("additionalProperties", false);
            rules.set("properties", ((ObjectNode) map().get("properties")).without("version"));
            return definition;
        }
        boolean lists = key.isRepeatable() || key.hasCommas();
        if (!lists) {
            type(key, definition);
            return definition;
        }
        ArrayNode forms = definition.putArray("anyOf");
        type(key, forms.addObject());
        ObjectNode list = forms.addObject().put("type", "array").put("minItems", 1);
        if (key.isRepeatable() && key.hasCommas()) {
            ArrayNode items = list.putObject("items").putArray("anyOf");
            type(key, items.addObject());
            type(key, items.addObject().put("type", "array").put("minItems", 1).putObject("items"));
        } else {
            type(key, list.putObject("items"));
        }
        if (key.isPair()) {
            ArrayNode values = forms.addObject()
                    .put("type", "object")
                    .putObject("additionalProperties")
                    .putArray("anyOf");
            scalar(values.addObject());
            scalar(values.addObject().put("type", "array").putObject("items"));
        }
        return definition;
    }

    /** The published schema of maps, which are part of a configuration when they stand in it. */
    private static JsonNode map() {
        try (InputStream in = ConfigSchema.class.getResourceAsStream("/schemas/map.v1.json")) {
            return JSON.readTree(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void type(ConfigKey key, ObjectNode into) {
        switch (key.type()) {
            case FLAG -> into.put("type", "boolean");
            case INTEGER -> into.put("type", "integer");
            case NUMBER -> into.put("type", "number");
            case TEXT, PATH -> into.putArray("type").add("string").add("number");
        }
    }

    /** A definition as text or as keys with values. */
    private static void named(ConfigKey key, ObjectNode into) {
        ArrayNode forms = into.putArray("anyOf");
        type(key, forms.addObject());
        ObjectNode keys = forms.addObject().put("type", "object");
        keys.putArray("required").add("name");
        ArrayNode values = keys.putObject("additionalProperties").putArray("anyOf");
        scalar(values.addObject());
        scalar(values.addObject().put("type", "array").putObject("items"));
    }

    private static void scalar(ObjectNode into) {
        into.putArray("type").add("string").add("number").add("boolean");
    }

    private static String description(ConfigKey key) {
        String words = String.join(" ", key.option().description())
                .replace("${DEFAULT-VALUE}", String.valueOf(key.option().initialValue()))
                .replace("%%", "%")
                .replace("%n", " ");
        String form = key.label().isEmpty() || key.type() == ConfigKey.Type.FLAG ? "" : key.label() + ": ";
        return form + words;
    }
}
