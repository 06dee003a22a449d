package dev.interlock.gateway.compat.versioner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells deliveries of one report from new ones. A client sends a start up to four times; a pipeline
 * that is run again is a new attempt.
 *
 * @param key the same for each delivery of one report of one attempt
 * @param seconds how long {@code key} stands for the same report; null = for ever
 * @param run the same for all attempts; null without an {@code invoke_id}
 * @param laneKey as {@code key}, but the same for all names of the environment
 * @param laneRun as {@code run}, but the same for all names of the environment
 * @param attempt null if the pipeline does not count
 */
record RunKeys(
        String key,
        @Nullable Integer seconds,
        @Nullable String run,
        @Nullable Integer attempt,
        String laneKey,
        @Nullable String laneRun) {

    private static final String ATTEMPT = "vi_gh_run_attempt";
    private static final int SAME_BODY_SECONDS = 120;

    static RunKeys of(
            String token,
            @Nullable String sourceSystem,
            @Nullable String invokeId,
            Map<String, Object> metadata,
            String product,
            String version,
            @Nullable String environment,
            String status,
            JsonNode body) {
        if (invokeId == null) {
            String key = "body-" + hash(token, status, canonical(body));
            return new RunKeys(key, SAME_BODY_SECONDS, null, null, key, null);
        }
        Object said = metadata.get(ATTEMPT);
        String attempt = said == null ? "" : said.toString().strip();
        String lane = environment == null ? "" : folded(environment);
        String system = sourceSystem == null ? "" : sourceSystem.toLowerCase(Locale.ROOT);
        String name = folded(product);
        return new RunKeys(
                "run-" + hash(token, system, invokeId, attempt, name, version, lane, status),
                null,
                "run-" + hash(token, system, invokeId, name, lane),
                number(attempt),
                "lane-run-" + hash(token, system, invokeId, attempt, name, version, status),
                "lane-run-" + hash(token, system, invokeId, name));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer number(String attempt) {
        return attempt.length() < 9 && attempt.matches("[0-9]+") ? Integer.valueOf(attempt) : null;
    }

    /** The same text for the same JSON, whatever the order of its fields. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, String>();
            node.properties().forEach(e -> fields.put(e.getKey(), canonical(e.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            return node.values().stream()
                    .map(RunKeys::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }

    private static String hash(String... parts) {
        // lengths keep ("ab","c") and ("a","bc") apart
        String text =
                Arrays.stream(parts).map(p -> p.length() + ":" + p).collect(Collectors.joining());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
