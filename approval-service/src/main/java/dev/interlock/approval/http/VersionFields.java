package dev.interlock.approval.http;

import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.events.Evidence;
import dev.interlock.edge.Violations;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields that bodies about versions share; what is wrong goes to the violations. */
public final class VersionFields {

    private static final int LONGEST_PRODUCT = 255;
    private static final int LONGEST_VERSION = 100;
    private static final int LONGEST_ENVIRONMENT = 100;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_EVIDENCE = 20;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final Pattern DIGEST =
            Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");

    /** One link as it comes in a body. */
    public record EvidenceBody(@Nullable String url, @Nullable String title) {}

    private final Violations violations;

    public VersionFields(Violations violations) {
        this.violations = violations;
    }

    /**
     * @param prefix of the pointers: {@code /} for a body, {@code ?} for a query
     */
    public VersionName name(String prefix, @Nullable String product, @Nullable String version) {
        return new VersionName(
                folded(prefix + "product", product, LONGEST_PRODUCT),
                normal(prefix + "version", version, LONGEST_VERSION));
    }

    public @Nullable String environment(@Nullable String environment) {
        return environment == null || environment.isBlank()
                ? null
                : folded("/environment", environment, LONGEST_ENVIRONMENT);
    }

    public String type(@Nullable String type) {
        return type("/type", type);
    }

    public String type(String pointer, @Nullable String type) {
        var word = folded(pointer, type, LONGEST_VERSION).replaceAll("[\\s-]+", "_");
        violations.expect(
                word.isEmpty() || TYPE.matcher(word).matches(),
                pointer,
                "is not a word of letters, digits and '_' (at most 50)");
        return word;
    }

    public @Nullable String digest(@Nullable String digest) {
        if (digest == null || digest.isBlank()) {
            return null;
        }
        var folded = digest.strip().toLowerCase(Locale.ROOT);
        violations.expect(
                DIGEST.matcher(folded).matches(),
                "/digest",
                "is no digest (expected: sha256: and 64 hex digits, or sha384, sha512)");
        return folded;
    }

    /** Mandatory text. */
    public String reason(@Nullable String reason) {
        var text = violations.optionalText("/reason", reason, LONGEST_TEXT);
        violations.expect(text != null, "/reason", "is required");
        return text == null ? "" : text;
    }

    public @Nullable String comment(@Nullable String comment) {
        return violations.optionalText("/comment", comment, LONGEST_TEXT);
    }

    /** Null is fine; else in the future, and not farther than that. */
    public @Nullable Instant future(
            String pointer, @Nullable Instant instant, Instant now, Duration farthest) {
        if (instant != null) {
            violations.expect(
                    instant.isAfter(now) && !instant.isAfter(now.plus(farthest)),
                    pointer,
                    "%s (expected: in the future, at most %d days from now)"
                            .formatted(instant, farthest.toDays()));
        }
        return instant;
    }

    public List<Evidence> evidence(@Nullable List<@Nullable EvidenceBody> evidence) {
        var read = new ArrayList<Evidence>();
        int given = evidence == null ? 0 : evidence.size();
        violations.expect(
                given <= MOST_EVIDENCE,
                "/evidence",
                "has %d entries (expected: <= %d)".formatted(given, MOST_EVIDENCE));
        for (int i = 0; evidence != null && i < Math.min(given, MOST_EVIDENCE); i++) {
            var at = "/evidence/" + i;
            var one = evidence.get(i);
            var url =
                    violations.webAddress(at + "/url", one == null ? null : one.url(), LONGEST_URL);
            var title = one == null ? null : one.title();
            read.add(
                    new Evidence(
                            url, violations.optionalLine(at + "/title", title, LONGEST_TITLE)));
        }
        return List.copyOf(read);
    }

    private String folded(String pointer, @Nullable String name, int longest) {
        return normal(pointer, name, longest).toLowerCase(Locale.ROOT);
    }

    private String normal(String pointer, @Nullable String name, int longest) {
        var normal = name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFKC);
        var line = violations.line(pointer, normal, longest);
        violations.expect(
                line.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT),
                pointer,
                "contains an invisible character");
        return line;
    }
}
