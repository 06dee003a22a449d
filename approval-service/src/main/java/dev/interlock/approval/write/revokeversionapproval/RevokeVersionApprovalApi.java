package dev.interlock.approval.write.revokeversionapproval;

import dev.interlock.approval.http.SignOffEnding;
import dev.interlock.approval.http.SlotDecisionForm;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RevokeVersionApprovalApi {

    private final SignOffEnding signOffs;

    RevokeVersionApprovalApi(SignOffEnding signOffs) {
        this.signOffs = signOffs;
    }

    @PostMapping("/v1/version-approvals/{id}/revoke")
    ResponseEntity<SignOffEnding.Ended> revoke(
            @PathVariable String id, @RequestBody SignOffEnding.Body body, Caller caller) {
        boolean machine = caller.person() == null;
        if (machine) {
            caller.requireSomewhere(Permission.SIGN_OFF);
        } else {
            SlotDecisionForm.admit(caller);
        }
        return signOffs.end(
                id,
                body,
                caller,
                version ->
                        caller.require(
                                machine ? Permission.SIGN_OFF : Permission.APPROVE,
                                version.product(),
                                null),
                (reason, version) ->
                        new RevokeVersionApproval(
                                id,
                                reason,
                                caller.principal(),
                                caller.person(),
                                caller.actorKind(),
                                version));
    }
}
