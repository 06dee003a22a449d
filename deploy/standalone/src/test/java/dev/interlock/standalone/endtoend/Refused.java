package dev.interlock.standalone.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every refusal has to look like. */
final class Refused {

    /** Words that only the inside of the program knows. */
    private static final Pattern INTERNALS =
            Pattern.compile(
                    "(?i)exception|stack_?trace|\\.java:|\\bat [a-z]+(\\.\\w+){2,}\\(|dev\\.interlock|"
                            + "springframework|jackson|tomcat|jdbc|postgres|\\bsql\\b|hikari|axon");

    private Refused() {}

    /** What is wrong with the answer; empty if nothing is. */
    static List<String> objections(BadCall call, Client.Answer answer, ServedEndpoint endpoint) {
        var objections = new ArrayList<String>();
        if (!call.statuses().contains(answer.status())) {
            objections.add("status %d (expected: %s)".formatted(answer.status(), call.statuses()));
        }
        var internals = INTERNALS.matcher(answer.body());
        if (internals.find() && endpoint.isNative()) {
            objections.add("says '" + internals.group() + "'");
        }
        if (answer.status() == 401
                && !endpoint.isPage()
                && answer.headers().firstValue("WWW-Authenticate").isEmpty()) {
            objections.add("401 without WWW-Authenticate");
        }
        if (answer.status() == 405 && answer.headers().firstValue("Allow").isEmpty()) {
            objections.add("405 without Allow");
        }
        if (endpoint.isCompatible()) {
            add(objections, compatible(call, answer));
        } else if (endpoint.isNative()) {
            add(objections, problem(call, answer));
        }
        return objections;
    }

    private static void add(List<String> objections, @Nullable String objection) {
        if (objection != null) {
            objections.add(objection);
        }
    }

    private static @Nullable String problem(BadCall call, Client.Answer answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "Content-Type " + type;
        }
        for (var member : List.of("/type", "/title", "/detail", "/code", "/trace_id")) {
            if (answer.at(member).isBlank()) {
                return "no " + member;
            }
        }
        if (answer.json().path("status").asInt() != answer.status()) {
            return "says another status";
        }
        if (answer.status() != 422 || call.field().isEmpty()) {
            return null;
        }
        for (var error : answer.json().path("errors")) {
            if (error.path("pointer").asString("").startsWith(call.field())
                    && !error.path("detail").asString("").isBlank()) {
                return null;
            }
        }
        return "does not name " + call.field();
    }

    private static @Nullable String compatible(BadCall call, Client.Answer answer) {
        if (!answer.body().startsWith("{") || answer.json().path("detail").isMissingNode()) {
            return "no detail";
        }
        if (answer.status() != 422) {
            return null;
        }
        for (var error : answer.json().path("detail")) {
            var where = new StringBuilder();
            error.path("loc").forEach(step -> where.append('/').append(step.asString("")));
            if (where.toString().startsWith("/body" + call.field())
                    && !error.path("msg").asString("").isBlank()
                    && !error.path("type").asString("").isBlank()) {
                return null;
            }
        }
        return "does not name " + call.field();
    }
}
