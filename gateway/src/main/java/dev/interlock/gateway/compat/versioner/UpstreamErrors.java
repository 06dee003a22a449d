package dev.interlock.gateway.compat.versioner;

import dev.interlock.edge.InternalReply;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A service's problem in the form those clients print. */
final class UpstreamErrors {

    private UpstreamErrors() {}

    static EventRefused translate(InternalReply reply) {
        JsonNode problem = reply.tree();
        String detail = problem.path("detail").asString("HTTP " + reply.status());
        if (reply.status() != 422) {
            return EventRefused.of(reply.status(), detail);
        }
        var errors = new ArrayList<EventBody.Invalid>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(
                    new EventBody.Invalid(
                            loc(error.path("pointer").asString("")),
                            OneLine.of(error.path("detail").asString(detail)),
                            "value_error"));
        }
        if (errors.isEmpty()) {
            errors.add(new EventBody.Invalid(List.of("body"), OneLine.of(detail), "value_error"));
        }
        return EventRefused.invalid(errors);
    }

    private static List<String> loc(String pointer) {
        var loc = new ArrayList<String>();
        loc.add("body");
        for (String step : pointer.split("/")) {
            if (!step.isEmpty()) {
                loc.add(step);
            }
        }
        return loc;
    }
}
