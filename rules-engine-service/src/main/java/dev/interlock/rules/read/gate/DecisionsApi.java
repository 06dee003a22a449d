package dev.interlock.rules.read.gate;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DecisionsApi {

    private final KeptDecisions decisions;
    private final DecisionReplay replay;

    DecisionsApi(KeptDecisions decisions, DecisionReplay replay) {
        this.decisions = decisions;
        this.replay = replay;
    }

    /** Word for word what was answered, or what became of it in the end. */
    @GetMapping(path = "/v1/decisions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String one(@PathVariable String id, Caller caller) {
        if (!caller.maySomewhere(Permission.GATE_CHECK)) {
            caller.require(Permission.READ);
        }
        return decisions.inTheEnd(id).orElseThrow(() -> Problem.notFound("decision " + id));
    }

    /** Computes it again from the record, and compares. */
    @GetMapping("/v1/decisions/{id}/replay")
    DecisionReplay.Replay replay(@PathVariable String id, Caller caller) {
        caller.require(Permission.AUDIT_READ);
        return replay.replay(id);
    }
}
