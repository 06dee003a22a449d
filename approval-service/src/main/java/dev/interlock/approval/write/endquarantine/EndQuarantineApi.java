package dev.interlock.approval.write.endquarantine;

import dev.interlock.approval.http.SignOffEnding;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EndQuarantineApi {

    private final SignOffEnding signOffs;

    EndQuarantineApi(SignOffEnding signOffs) {
        this.signOffs = signOffs;
    }

    @PostMapping("/v1/version-quarantines/{id}/end")
    ResponseEntity<SignOffEnding.Ended> end(
            @PathVariable String id, @RequestBody SignOffEnding.Body body, Caller caller) {
        SlotDecisionForm.admit(caller);
        return signOffs.end(
                id,
                body,
                caller,
                version -> caller.require(Permission.APPROVE, version.product(), Grant.ALL),
                (reason, version) ->
                        new EndQuarantine(
                                id, reason, caller.person(), caller.actorKind(), version));
    }
}
