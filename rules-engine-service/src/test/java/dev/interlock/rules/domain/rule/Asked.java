package dev.interlock.rules.domain.rule;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.gate.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** One rule, put to the gate with the history it is about: what it says of api 2 in production. */
final class Asked {

    static final Instant NOW = Story.NOW;
    private static final JsonMapper JSON = JsonMapper.shared();

    private Asked() {}

    /** Staging enforces as well, so that what was not gated there proves nothing. */
    static Story story() {
        return new Story()
                .environment("test", "test", "enforce")
                .environment("staging", "staging", "enforce", "stage")
                .environment("sandbox", "development", "report_only")
                .environment("production", "production", "enforce");
    }

    static Story with(String kind, String options) {
        return story().rule("r1", kind, options.replace('\'', '"'));
    }

    static Finding finding(Story story, Instant now) {
        return ofRule(judge(story, now));
    }

    static Judgement judge(Story story, Instant now) {
        return story.judgeAt(now, "api", "2", "production");
    }

    static Finding ofRule(Judgement judgement) {
        return judgement.findings().stream()
                .filter(f -> f.rule() != null)
                .findFirst()
                .orElseThrow();
    }

    /** {@code PASSED}, or the code of the failure. */
    static String said(Story story, Instant now) {
        var finding = finding(story, now);
        return finding.outcome() == Outcome.PASSED ? "PASSED" : finding.code();
    }

    static String said(Story story) {
        return said(story, NOW);
    }

    static Instant ago(String duration) {
        return NOW.minus(Duration.parse(duration));
    }

    /** What is wrong with a definition, pointer and text. */
    static List<String> wrong(String kind, String options) {
        var violations = new Violations();
        @SuppressWarnings("unchecked")
        Map<String, Object> definition = JSON.readValue(options.replace('\'', '"'), Map.class);
        var reader = Objects.requireNonNull(RuleKind.READERS.get(kind));
        var read = reader.apply(definition, violations);
        if (violations.isEmpty()) {
            var again = new Violations();
            var reread = reader.apply(read.definition(), again);
            if (!again.isEmpty() || !reread.equals(read)) {
                throw new AssertionError(read + " is not read as it is written: " + again.all());
            }
        }
        return violations.all().stream().map(v -> v.pointer()).toList();
    }
}
