package io.github.recsyseval.cli;

import io.github.recsyseval.engine.ExcludedUsers;
import io.github.recsyseval.mapping.LogMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names a set of options: runs with the same hash were set up alike, whatever they read. */
final class ConfigurationHash {
    private static final Set<String> INPUTS =
            Set.of("--exposures", "--outcomes", "--assignments", "--pre-exposures", "--pre-outcomes");

    private ConfigurationHash() {}

    /**
     * As {@link #of(Map)}, but of a file of users and of a map what is in them, not what they are called: one that is made anew every night
     * decides about other users.
     *
     * @param excludedUsers those that {@code --exclude-users} names
     */
    static String of(SortedMap<String, String> options, ExcludedUsers excludedUsers, LogMap map) {
        SortedMap<String, String> contents = new TreeMap<>(options);
        contents.replace(
                FilterOptions.EXCLUDE_USERS,
                excludedUsers.hashes().mapToObj(Long::toHexString).collect(Collectors.joining(" ")));
        contents.replace(ReadingOptions.MAP, map.canonical());
        return of(contents);
    }

    /** {@code sha256:} and the digest of all options but inputs, a line {@code name=value} each, in the order of the names. */
    static String of(Map<String, String> sortedOptions) {
        StringBuilder lines = new StringBuilder();
        sortedOptions.forEach((name, value) -> {
            if (!INPUTS.contains(name)) {
                lines.append(name).append('=').append(value).append('\n');
            }
        });
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return "sha256:"
                    + HexFormat.of().formatHex(digest.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
