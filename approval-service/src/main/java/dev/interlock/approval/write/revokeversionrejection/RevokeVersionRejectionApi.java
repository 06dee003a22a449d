package dev.interlock.approval.write.revokeversionrejection;

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
final class RevokeVersionRejectionApi {

    private final SignOffEnding signOffs;

    RevokeVersionRejectionApi(SignOffEnding signOffs) {
        this.signOffs = signOffs;
    }

    @PostMapping("/v1/version-rejections/{id}/revoke")
    ResponseEntity<SignOffEnding.Ended> revoke(
            @PathVariable String id, @RequestBody SignOffEnding.Body body, Caller caller) {
        SlotDecisionForm.admit(caller);
        return signOffs.end(
                id,
                body,
                caller,
                version -> caller.require(Permission.APPROVE, version.product(), Grant.ALL),
                (reason, version) ->
                        new RevokeVersionRejection(
                                id, reason, caller.person(), caller.actorKind(), version));
    }
}
