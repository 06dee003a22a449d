package dev.interlock.dr.problem;

import dev.interlock.dr.domain.Refusal;
import dev.interlock.edge.Problem;

/** The whole mapping from refusals to HTTP. */
public final class DrProblems {

    private DrProblems() {}

    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown(var noun, var id) -> Problem.notFound(noun + " " + id);
            case Refusal.EnvironmentExists(var name) ->
                    Problem.of(
                            409, "ENVIRONMENT_EXISTS", "'" + name + "' is an environment already");
            case Refusal.ProductExists(var name) ->
                    Problem.of(409, "PRODUCT_EXISTS", "'" + name + "' is a product already");
            case Refusal.VersionShaConflict conflict ->
                    Problem.of(409, "VERSION_SHA_CONFLICT", sentence(conflict))
                            .with("bound_to", conflict.boundTo());
            case Refusal.VersionDigestConflict(_, var version, var boundTo, _) ->
                    Problem.of(
                                    409,
                                    "VERSION_DIGEST_CONFLICT",
                                    "Version " + version + " already exists with different digest")
                            .with("bound_to", boundTo);
            case Refusal.NotItsAuthor(var dr) ->
                    Problem.of(
                            403,
                            "SCOPE_INSUFFICIENT",
                            "only its author or a release manager may change " + dr);
            case Refusal.StaleEdit(var dr, var expected, var actual) ->
                    Problem.of(
                            412,
                            "PRECONDITION_FAILED",
                            "%s is at revision %d (expected: %d)".formatted(dr, actual, expected));
            case Refusal.NotOpen(var dr, var state) ->
                    Problem.of(409, "DR_NOT_OPEN", dr + " is " + state).with("state", state);
            case Refusal.AnswerTimePassed(var dr, var end) ->
                    Problem.of(
                            409,
                            "DR_NOT_OPEN",
                            dr
                                    + " was to be answered before "
                                    + end
                                    + ": only its texts can be changed; revise it, or draft a new one");
            case Refusal.HasExpired(var dr, var at) ->
                    Problem.of(
                                    409,
                                    "DR_NOT_OPEN",
                                    dr
                                            + " expired at "
                                            + at
                                            + " with a required slot unanswered: revise it, or draft a"
                                            + " new one")
                            .with("state", "expired")
                            .with("expired_at", at);
            case Refusal.NoTimeToAnswer(var dr, var end) ->
                    Problem.of(
                            409,
                            "DR_INCOMPLETE",
                            dr
                                    + " would expire at once: its request_expires_at, "
                                    + end
                                    + ", has passed; set a later one, or none");
            case Refusal.ContentsLocked(var dr) ->
                    Problem.of(
                            409,
                            "CONTENTS_LOCKED",
                            dr
                                    + " is in progress and its policy is lock: deactivate it to"
                                    + " change items, environments, slots or steps");
            case Refusal.NotItsAssignee(var dr, var step, var role) ->
                    Problem.of(
                            403,
                            "ROLE_NOT_ELIGIBLE",
                            "step "
                                    + step
                                    + " of "
                                    + dr
                                    + " is done by "
                                    + (role == null
                                            ? "its author or a release manager"
                                            : "somebody with the role " + role));
            case Refusal.PersonNeeded(var dr, var step, var actorKind) ->
                    Problem.of(
                            403,
                            "AGENT_MAY_NOT_APPROVE",
                            "step %s of %s is done by a person (expected: human, found: %s)"
                                    .formatted(step, dr, actorKind));
            case Refusal.EvidenceMissing(_, var step) ->
                    Problem.invalid("/evidence", "is empty, but step " + step + " wants evidence");
            case Refusal.StepsOverdue(var dr, var steps) ->
                    Problem.of(
                                    428,
                                    "STEPS_INCOMPLETE",
                                    dr + " has overdue steps: " + String.join(", ", steps))
                            .with("steps", steps);
            case Refusal.NotRejected(var dr, var state) ->
                    Problem.of(
                                    409,
                                    "DR_NOT_REJECTED",
                                    dr + " is " + state + " (expected: rejected or expired)")
                            .with("state", state);
            case Refusal.Incomplete(var dr, var missing) ->
                    Problem.of(409, "DR_INCOMPLETE", dr + " has no " + missing);
            case Refusal.LaneMoved(var lane, _) ->
                    Problem.unavailable(
                            "DECISION_UNAVAILABLE",
                            "deployments of " + lane + " change faster than they can be decided");
            case Refusal.RequestsMoved(var requests) ->
                    Problem.unavailable(
                            "DECISION_UNAVAILABLE",
                            String.join(", ", requests) + " is being changed: try again");
            case Refusal.NotRunning(var id, var status) ->
                    Problem.of(409, "DEPLOYMENT_NOT_RUNNING", id + " is " + status)
                            .with("status_word", status);
            case Refusal.NotCurrent(var id, var lane, var status) ->
                    Problem.of(
                                    409,
                                    "DEPLOYMENT_NOT_CURRENT",
                                    "%s is not what runs of %s (it is %s)"
                                            .formatted(id, lane, status))
                            .with("status_word", status);
            case Refusal.UnregisteredEnvironment unknown ->
                    Problem.of(428, "UNREGISTERED_ENVIRONMENT", sentence(unknown))
                            .with("nearest", unknown.nearest());
        };
    }

    public static String sentence(Refusal.VersionShaConflict conflict) {
        return "Version " + conflict.version() + " already exists with different SHA";
    }

    public static String sentence(Refusal.UnregisteredEnvironment unknown) {
        return "'"
                + unknown.name()
                + "' is not a registered environment"
                + (unknown.nearest() == null ? "" : " (did you mean '" + unknown.nearest() + "'?)");
    }
}
