package io.github.recsyseval.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes records that are nearly right: contract records with a few random changes of bytes, values and keys. */
final class RecordMutations {
    static final Map<String, List<String>> RECORDS = Map.of(
            "exposure.v1",
            List.of(
                    "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[]}",
                    "{\"request_id\":\"r1\",\"user_id\":\"u\u00e9\",\"ts\":\"2016-12-31T23:59:59.5+01:00\",\"items\":[{\"item_id\":\"a\",\"rank\":1,\"propensity\":0.25},{\"item_id\":\"b\",\"rank\":2,\"x\":{\"y\":[1,null]}}],\"context\":{\"surface\":\"home\",\"\":\"\"},\"latency_ms\":12.5,\"error\":false}"),
            "outcome.v1",
            List.of(
                    "{\"request_id\":\"r1\",\"user_id\":\"u1\",\"item_id\":\"a\",\"event_type\":\"click\",\"ts\":\"2026-11-20T10:00:00.123456Z\"}",
                    "{\"ts\":\"2026-02-28T23:59:59-08:00\",\"value\":-1e3,\"event_type\":\"conversion\",\"item_id\":\"\ud83d\ude00\",\"user_id\":\"u1\",\"request_id\":\"\\u0072\"}"),
            "assignment.v1",
            List.of(
                    "{\"experiment_id\":\"e\",\"variant\":\"control\",\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"context\":{\"surface\":\"home\",\"tenant_id\":\"t\"}}"),
            "ranklist.v1",
            List.of(
                    "{\"request_id\":\"r\",\"user_id\":\"u\",\"ts\":\"2026-11-20T10:00:00Z\",\"items\":[\"a\",\"b\",\"c\"],\"context\":{}}"));

    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "1",
        "-0",
        "-1",
        "1.0",
        "0.0",
        "-0.0",
        "1e0",
        "1E400",
        "-1e-400",
        "2147483648",
        "9223372036854775808",
        "1e20",
        "0.5",
        "-0.5",
        "-1e0",
        "01",
        "1.",
        "-",
        "NaN",
        "\"\"",
        "\"a\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"click\"",
        "\"conversion\"",
        "\"Click\"",
        "\"2026-11-20T10:00:00Z\"",
        "\"2026-11-20t10:00:00z\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"2026-02-29T10:00:00Z\"",
        "\"2026-11-20T10:00:00.1234567890Z\"",
        "\"2026-11-20T24:00:00Z\"",
        "\"2026-11-20T10:00:00+24:00\"",
        "\"2026-11-20 10:00:00Z\"",
        "[]",
        "{}",
        "[1]",
        "[\"a\"]",
        "[\"\"]",
        "[{}]",
        "{\"a\":1}",
        "{\"a\":\"b\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "[{\"item_id\":\"a\",\"rank\":1}]",
        "[{\"rank\":0,\"item_id\":\"\"}]",
        "[[[]]]",
        "\"x\",",
        "\"\\x\"",
        "\"\t\""
    };

    private static final String[] KEYS = {
        "request_id",
        "user_id",
        "ts",
        "items",
        "item_id",
        "rank",
        "context",
        "event_type",
        "value",
        "error",
        "latency_ms",
        "propensity",
        "target_propensity",
        "variant",
        "experiment_id",
        "x",
        "",
        "r\\u0061nk",
        "\\u0074s",
        "Rank"
    };

    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,])(\"(?:[^\"\\\\]|\\\\.)*\"(?!:)|-?[0-9.eE+-]+|true|false|null|\\[\\]|\\{\\})");
    private static final Pattern KEY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?=:)");
    private static final Pattern MEMBER = Pattern.compile("\"[^\"]*\":(\"[^\"]*\"|[0-9.]+|true|false|null)");

    private final Random random;

    RecordMutations(long seed) {
        random = new Random(seed);
    }

    /** A record of the given contract with none to four changes. Latin-1 holds its bytes while it is being changed. */
    byte[] next(String contract) {
        List<String> records = RECORDS.get(contract);
        String record = new String(records.get(random.nextInt(records.size())).getBytes(UTF_8), ISO_8859_1);
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            record = change(record);
        }
        return record.getBytes(ISO_8859_1);
    }

    private String change(String record) {
        return switch (random.nextInt(8)) {
            case 0 -> changeByte(record);
            case 1 -> changeDigitOrLetter(record);
            case 2 -> replace(record, KEY, '"' + pick(KEYS) + '"');
            case 3 -> replace(record, MEMBER, null);
            case 4 -> record.substring(0, random.nextInt(record.length() + 1));
            default -> replace(record, VALUE, pick(VALUES));
        };
    }

    private String changeByte(String record) {
        int at = random.nextInt(record.length() + 1);
        String rest = record.substring(Math.min(record.length(), at + random.nextInt(2)));
        String inserted = random.nextInt(3) == 0 ? "" : String.valueOf((char) random.nextInt(256));
        return record.substring(0, at) + inserted + rest;
    }

    private String changeDigitOrLetter(String record) {
        if (record.isEmpty()) {
            return record;
        }
        int at = random.nextInt(record.length());
        char old = record.charAt(at);
        char changed =
                Character.isDigit(old) ? (char) ('0' + random.nextInt(10)) : (char) (old ^ (1 << random.nextInt(6)));
        return record.substring(0, at) + changed + record.substring(at + 1);
    }

    /** Replaces one match of the pattern; without a replacement it is written twice or left out. */
    private String replace(String record, Pattern pattern, String replacement) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(record);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return record;
        }
        int[] place = places.get(random.nextInt(places.size()));
        String match = record.substring(place[0], place[1]);
        String twice = random.nextBoolean() ? match + "," + match : "\"x\":0";
        return record.substring(0, place[0]) + (replacement == null ? twice : replacement) + record.substring(place[1]);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
