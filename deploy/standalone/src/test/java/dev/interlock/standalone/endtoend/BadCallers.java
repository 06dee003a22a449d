package dev.interlock.standalone.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every way to spoil who calls, and what a call says about what its caller has seen. */
final class BadCallers {

    private final Map<String, String> tokens;

    /**
     * @param voidTokens by what is wrong with them
     */
    BadCallers(Map<String, String> voidTokens) {
        this.tokens = voidTokens;
    }

    List<BadCall> of(Sample sample, ServedEndpoint endpoint) {
        var calls = new ArrayList<BadCall>();
        calls.add(unknown(sample, "no token", ""));
        calls.add(unknown(sample, "no scheme", sample.by().token()));
        calls.add(unknown(sample, "another scheme", "Basic " + sample.by().token()));
        calls.add(unknown(sample, "no token behind Bearer", "Bearer"));
        calls.add(unknown(sample, "two tokens", "Bearer " + sample.by().token() + " x"));
        calls.add(unknown(sample, "a very long token", "Bearer ilp_" + "x".repeat(3_000)));
        tokens.forEach((what, token) -> calls.add(unknown(sample, what, "Bearer " + token)));
        if (endpoint.isNative()) {
            for (var positions : List.of("x", "dr", "dr=", "dr=-1", "dr=1e9", "=1", "dr=1,,")) {
                calls.add(
                        BadCall.of(sample, "Interlock-At-Least: " + positions, 400)
                                .header("Interlock-At-Least", positions));
            }
        }
        if (endpoint.takesIfMatch()) {
            for (var tag : List.of("x", "1", "\"1", "\"1\", \"2\"", "W/1", "\"\"\"", "**")) {
                calls.add(BadCall.of(sample, "If-Match: " + tag, 400).header("If-Match", tag));
            }
            for (var tag : List.of("\"999\"", "\"0\"", "W/\"1\"", "\"x\"")) {
                calls.add(BadCall.of(sample, "If-Match: " + tag, 412).header("If-Match", tag));
            }
            if (!sample.ifMatch().isEmpty()) {
                calls.add(BadCall.of(sample, "no If-Match", 428).header("If-Match", ""));
            }
        }
        return calls;
    }

    private static BadCall unknown(Sample sample, String what, String authorization) {
        return BadCall.of(sample, what, 401).header("Authorization", authorization);
    }
}
