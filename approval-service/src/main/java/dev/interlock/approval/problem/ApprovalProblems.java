package dev.interlock.approval.problem;

import dev.interlock.approval.domain.CommandRefused;
import dev.interlock.approval.domain.Refusal;
import dev.interlock.approval.domain.Refusal.AdminsOnly;
import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.AlreadyStarted;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.DelegatesForOthers;
import dev.interlock.approval.domain.Refusal.DigestMismatch;
import dev.interlock.approval.domain.Refusal.EmailTaken;
import dev.interlock.approval.domain.Refusal.GroupExists;
import dev.interlock.approval.domain.Refusal.IdentityTaken;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchApproval;
import dev.interlock.approval.domain.Refusal.NoSuchApprovalType;
import dev.interlock.approval.domain.Refusal.NoSuchDelegation;
import dev.interlock.approval.domain.Refusal.NoSuchEnvironment;
import dev.interlock.approval.domain.Refusal.NoSuchGrant;
import dev.interlock.approval.domain.Refusal.NoSuchGroup;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.NoSuchRequest;
import dev.interlock.approval.domain.Refusal.NoSuchSignOff;
import dev.interlock.approval.domain.Refusal.NoSuchSlot;
import dev.interlock.approval.domain.Refusal.NoSuchToken;
import dev.interlock.approval.domain.Refusal.NoSuchTrustPolicy;
import dev.interlock.approval.domain.Refusal.NoSuchVersion;
import dev.interlock.approval.domain.Refusal.NotDelegated;
import dev.interlock.approval.domain.Refusal.NotYourApproval;
import dev.interlock.approval.domain.Refusal.NotYourDelegation;
import dev.interlock.approval.domain.Refusal.NotYours;
import dev.interlock.approval.domain.Refusal.OnePersonOneSlot;
import dev.interlock.approval.domain.Refusal.OwnMembershipForbidden;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.Refusal.PersonNotActive;
import dev.interlock.approval.domain.Refusal.RequestNotOpen;
import dev.interlock.approval.domain.Refusal.RevisionAhead;
import dev.interlock.approval.domain.Refusal.RoleNotEligible;
import dev.interlock.approval.domain.Refusal.SelfApprovalForbidden;
import dev.interlock.approval.domain.Refusal.StageNotOpen;
import dev.interlock.approval.domain.Refusal.StaleRevision;
import dev.interlock.approval.domain.Refusal.TypeNotYours;
import dev.interlock.approval.domain.Refusal.UnfitDelegate;
import dev.interlock.approval.domain.Refusal.VersionStandsRejected;
import dev.interlock.approval.domain.Roles;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.ConcurrencyConflict;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
final class ApprovalProblems {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(CommandRefused e) {
        return problem(e.refusal()).response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> conflict(ConcurrencyConflict e) {
        return Problem.of(
                        409, "CONCURRENT_CHANGE", "somebody else changed this meanwhile: try again")
                .with("winner", e.winner())
                .response();
    }

    static Problem problem(Refusal refusal) {
        String detail = refusal.detail();
        return switch (refusal) {
            case NoSuchRequest _,
                    NoSuchApproval _,
                    NoSuchPerson _,
                    NoSuchGrant _,
                    NoSuchGroup _,
                    NoSuchTrustPolicy _,
                    NoSuchToken _,
                    NoSuchSignOff _,
                    NoSuchDelegation _ ->
                    Problem.of(404, "NOT_FOUND", detail);
            case NoSuchSlot _ -> Problem.invalid("/slot", detail);
            case NoSuchVersion _ -> Problem.invalid("/version", detail);
            case NoSuchApprovalType _ -> Problem.invalid("/type", detail);
            case NoSuchEnvironment _ -> Problem.invalid("/environment", detail);
            case VersionStandsRejected(var version, var rejection) ->
                    Problem.of(409, "VERSION_REJECTED", detail)
                            .with("product", version.product())
                            .with("version", version.version())
                            .with("rejected_by", rejection);
            case DigestMismatch(_, var given, var bound) ->
                    Problem.of(409, "DIGEST_MISMATCH", detail)
                            .with("digest", given)
                            .with("bound_digest", bound);
            case TypeNotYours(var type, var eligible) ->
                    Problem.of(403, "ROLE_NOT_ELIGIBLE", detail)
                            .with("type", type)
                            .with("roles", eligible);
            case BuilderMayNotSignOff _ ->
                    Problem.of(403, "SELF_APPROVAL_FORBIDDEN", detail)
                            .with("relation", "version_builder");
            case NotYours(var id, var roles) ->
                    Problem.of(403, "NOT_YOUR_APPROVAL", detail)
                            .with("approval", id)
                            .with("roles", roles);
            case RevisionAhead _ -> Problem.invalid("/revision", detail);
            case UnfitDelegate _ -> Problem.invalid("/to", detail);
            case RequestNotOpen(var dr, var state, var rejectedBy) ->
                    Problem.of(409, "DR_NOT_OPEN", detail)
                            .with("dr", dr)
                            .with("state", state)
                            .with("rejected_by", rejectedBy);
            case StaleRevision(var dr, var given, var current) ->
                    Problem.of(409, "STALE_REVISION", detail)
                            .with("dr", dr)
                            .with("revision", given)
                            .with("current_revision", current);
            case RoleNotEligible(var slot, var eligible) ->
                    Problem.of(403, "ROLE_NOT_ELIGIBLE", detail)
                            .with("slot", slot)
                            .with("roles", eligible);
            case SelfApprovalForbidden(var dr, var relation) ->
                    Problem.of(403, "SELF_APPROVAL_FORBIDDEN", detail)
                            .with("dr", dr)
                            .with("relation", relation);
            case AgentMayNotApprove(var actorKind) ->
                    Problem.of(403, "AGENT_MAY_NOT_APPROVE", detail).with("actor_kind", actorKind);
            case OnePersonOneSlot(var dr, var slot, var approval) ->
                    Problem.of(409, "ONE_PERSON_ONE_SLOT", detail)
                            .with("dr", dr)
                            .with("slot", slot)
                            .with("approval", approval);
            case StageNotOpen(var dr, var slot, var stage, var waitsFor) ->
                    Problem.of(409, "STAGE_NOT_OPEN", detail)
                            .with("dr", dr)
                            .with("slot", slot)
                            .with("stage", stage)
                            .with("waits_for", waitsFor);
            case NotDelegated(var from, var slot) ->
                    Problem.of(403, "NOT_DELEGATED", detail)
                            .with("acting_for", from)
                            .with("slot", slot);
            case AdminsOnly _ ->
                    Problem.of(403, "ROLE_NOT_ELIGIBLE", detail)
                            .with("roles", List.of(Roles.ADMIN));
            case DelegatesForOthers _ ->
                    Problem.of(403, "ROLE_NOT_ELIGIBLE", detail)
                            .with("roles", List.of(Roles.ADMIN));
            case NotYourDelegation(var delegation) ->
                    Problem.of(403, "NOT_YOUR_DELEGATION", detail).with("delegation", delegation);
            case AlreadyStarted(var dr, var approval, var deployments) ->
                    Problem.of(409, "ALREADY_STARTED", detail)
                            .with("dr", dr)
                            .with("approval", approval)
                            .with("deployments", deployments);
            case NotYourApproval(var approval) ->
                    Problem.of(403, "NOT_YOUR_APPROVAL", detail).with("approval", approval);
            case GroupExists(var group) ->
                    Problem.of(409, "GROUP_EXISTS", detail).with("group", group);
            case OwnMembershipForbidden(var group) ->
                    Problem.of(403, "OWN_MEMBERSHIP_FORBIDDEN", detail).with("group", group);
            case IdentityTaken(var person) ->
                    Problem.of(409, "IDENTITY_TAKEN", detail).with("person", person);
            case PersonNotActive(var person) ->
                    Problem.of(409, "PERSON_NOT_ACTIVE", detail).with("person", person);
            case OwnRolesForbidden _ -> Problem.of(403, "OWN_ROLES_FORBIDDEN", detail);
            case LastAdmin(var person) ->
                    Problem.of(409, "LAST_ADMIN", detail).with("person", person);
            case EmailTaken(var person) ->
                    Problem.of(409, "EMAIL_TAKEN", detail).with("person", person);
        };
    }
}
