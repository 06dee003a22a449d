package dev.interlock.dr.read.deployments;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.events.Report;
import dev.interlock.edge.EdgeJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the parts that nobody searches for are kept in a row. */
final class DeploymentJson {

    private final JsonMapper mapper = EdgeJson.lenient();

    String write(Object part) {
        return mapper.writeValueAsString(part);
    }

    Report report(String json) {
        return mapper.readValue(json, Report.class);
    }

    @Nullable GateDecision decision(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, GateDecision.class);
    }
}
