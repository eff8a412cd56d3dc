package io.github.recsyseval;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The field tables of a page of documentation: each section named like a definition of a schema holds what the schema says about it. */
record FieldTables(JsonNode schema, String root) {
    private static final Pattern SECTION = Pattern.compile("(?m)^(##+ (\\w+))\n(?:(?!##).*\n)*");

    /** The page with the sections that the schema gives, all others as they are. */
    String fill(String page) {
        return SECTION.matcher(page).replaceAll(section -> {
            String name = section.group(2);
            JsonNode definition =
                    name.equals(root) ? schema : schema.get("definitions").path(name);
            return Matcher.quoteReplacement(
                    definition.isMissingNode()
                            ? section.group()
                            : section.group(1) + "\n\n" + table(definition) + "\n");
        });
    }

    private static String table(JsonNode definition) {
        StringBuilder table = new StringBuilder(definition.get("description").asString())
                .append("\n\n| field | type | meaning |\n| --- | --- | --- |\n");
        for (Map.Entry<String, JsonNode> field : definition.get("properties").properties()) {
            String meaning = field.getValue()
                    .get("description")
                    .asString()
                    .replace("|", "\\|")
                    .replaceAll("(\\w+)\\.md", "[$0]($0)");
            table.append("| `%s` | %s | %s |\n".formatted(field.getKey(), type(field.getValue()), meaning));
        }
        return table.toString();
    }

    private static String type(JsonNode field) {
        StringJoiner types = new StringJoiner(" or ");
        if (field.has("$ref")) {
            types.add(field.get("$ref").asString().replaceFirst(".*/", ""));
        } else if (field.has("const")) {
            types.add("`" + field.get("const").asString() + "`");
        } else if (field.has("enum")) {
            StringJoiner values = new StringJoiner(", ");
            field.get("enum")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .forEach(value -> values.add("`" + value.asString() + "`"));
            types.add(values.toString());
            field.get("enum").valueStream().filter(JsonNode::isNull).forEach(value -> types.add("null"));
        } else if (field.has("allOf") || field.has("anyOf")) {
            (field.has("allOf") ? field.get("allOf") : field.get("anyOf")).forEach(part -> types.add(type(part)));
        } else {
            JsonNode type = field.get("type");
            (type.isArray() ? type.valueStream().toList() : List.of(type))
                    .forEach(one -> types.add(type(one.asString(), field)));
        }
        return types.toString();
    }

    private static String type(String name, JsonNode field) {
        JsonNode of = name.equals("array")
                ? field.path("items")
                : name.equals("object") ? field.path("additionalProperties") : null;
        return of == null || !of.isObject() ? name : name + " of " + type(of);
    }
}
