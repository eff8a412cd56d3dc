package io.github.recsyseval.reference;

import io.github.recsyseval.source.InputException;
import io.github.recsyseval.text.PathNotation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of {@code artifacts.manifest_uri}: which artifacts were served while the logs were written. It and the artifacts are
 * read from files; nothing is fetched from elsewhere.
 */
final class Manifest {
    /** Of a manifest; a longer one breaks off, and is no JSON then. */
    private static final int LARGEST = 1 << 20;

    private static final String FILE = "file://";
    private static final String ELSEWHERE = "only files are read, nothing is fetched from a network";

    private final List<String> warnings = new ArrayList<>();

    private Manifest() {}

    /**
     * Reads what the section asks for; null where it asks for nothing.
     *
     * @throws ReferenceException for a manifest that is not in a file
     * @throws InputException for one that cannot be read
     */
    static RunReport.@Nullable Artifacts read(Settings artifacts) {
        String uri = artifacts.text("manifest_uri").strip();
        if (uri.isEmpty()) {
            return null;
        }
        if (!isFile(uri)) {
            throw artifacts.wrong(
                    "manifest_uri", "is not in a file: " + ELSEWHERE + "; copy the manifest, then name its path here");
        }
        return new Manifest().read(uri);
    }

    private RunReport.Artifacts read(String uri) {
        JsonNode manifest;
        try (InputStream in = open(uri)) {
            manifest = JsonMapper.shared().readTree(in.readNBytes(LARGEST));
        } catch (NoSuchFileException absent) {
            throw new InputException(uri + ": no such file; artifacts.manifest_uri names it", absent);
        } catch (IOException failed) {
            throw new InputException(uri + ": cannot be read; artifacts.manifest_uri names it", failed);
        } catch (JacksonException malformed) {
            throw new InputException(uri + ": not JSON; artifacts.manifest_uri names a manifest", malformed);
        }
        Map<String, String> current = new TreeMap<>();
        manifest.path("current")
                .properties()
                .forEach(field -> current.put(
                        field.getKey(), field.getValue().asString("").strip()));
        current.values().removeIf(String::isEmpty);
        List<RunReport.Artifact> found = new ArrayList<>();
        current.forEach((type, at) -> found.add(artifact(type, at)));
        return new RunReport.Artifacts(
                uri,
                present(manifest.path("tenant").asString("")),
                present(manifest.path("surface").asString("")),
                present(manifest.path("updated_at").asString("")),
                found.isEmpty() ? null : found,
                warnings.isEmpty() ? null : warnings);
    }

    private RunReport.Artifact artifact(String type, String uri) {
        if (!isFile(uri)) {
            return without(type, uri, "artifact fetch failed: " + type + " (" + ELSEWHERE + ")", null);
        }
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream in = new DigestInputStream(open(uri), digest)) {
            Map<String, String> build = build(in);
            in.transferTo(OutputStream.nullOutputStream());
            String checksum = HexFormat.of().formatHex(digest.digest());
            return build == null
                    ? without(type, uri, "artifact parse failed: " + type + " (not JSON)", checksum)
                    : new RunReport.Artifact(
                            type, uri, build.get("version"), build.get("source_hash"), build.get("built_at"), checksum);
        } catch (IOException failed) {
            String why = failed instanceof NoSuchFileException ? "no such file" : "cannot be read";
            return without(type, uri, "artifact fetch failed: " + type + " (" + why + ")", null);
        }
    }

    private RunReport.Artifact without(String type, String uri, String warning, @Nullable String checksum) {
        warnings.add(warning);
        return new RunReport.Artifact(type, uri, null, null, null, checksum);
    }

    /** The texts of the member {@code build}, without ever holding the artifact; null for what is no JSON. */
    private static @Nullable Map<String, String> build(InputStream in) throws IOException {
        Map<String, String> build = new TreeMap<>();
        try (JsonParser parser = JsonMapper.shared()
                .reader()
                .without(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean wanted = parser.currentName().equals("build");
                if (parser.nextToken() == JsonToken.START_OBJECT && wanted) {
                    texts(parser, build);
                } else {
                    parser.skipChildren();
                }
            }
            return build;
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static void texts(JsonParser parser, Map<String, String> into) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING
                    && !parser.getString().isEmpty()) {
                into.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static boolean isFile(String uri) {
        return uri.startsWith(FILE) || !uri.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*://.*");
    }

    private static InputStream open(String uri) throws IOException {
        return Files.newInputStream(Path.of(PathNotation.HERE.ofUri(uri)));
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
