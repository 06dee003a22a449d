package dev.interlock.dr.domain;

import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a command changes nothing. Refusals are data; the problem package gives them words. */
public sealed interface Refusal {

    /** Of one that is not in the state a command needs. */
    static Refusal notOpen(Known request) {
        return request instanceof Expired(var details, var at)
                ? new HasExpired(details.id(), at)
                : new NotOpen(request.details().id(), request.name());
    }

    /** Of one that has a time to be answered, which has passed. */
    static Refusal answerTimePassed(RequestDetails request) {
        return new AnswerTimePassed(request.id(), end(request));
    }

    /** Likewise. */
    static Refusal noTimeToAnswer(RequestDetails request) {
        return new NoTimeToAnswer(request.id(), end(request));
    }

    private static Instant end(RequestDetails request) {
        return Objects.requireNonNull(request.notes().requestExpiresAt());
    }

    /**
     * @param noun for people, for example {@code deployment request}
     */
    record Unknown(String noun, String id) implements Refusal {}

    record EnvironmentExists(String name) implements Refusal {}

    record ProductExists(String name) implements Refusal {}

    record VersionShaConflict(String product, String version, String boundTo, String given)
            implements Refusal {}

    record VersionDigestConflict(String product, String version, String boundTo, String given)
            implements Refusal {}

    record NotItsAuthor(String dr) implements Refusal {}

    /** Somebody else was faster. */
    record StaleEdit(String dr, int expected, int actual) implements Refusal {}

    record NotOpen(String dr, String state) implements Refusal {}

    /** Its approvers had until then; see {@link RequestDetails#answerTimePassed}. */
    record AnswerTimePassed(String dr, Instant end) implements Refusal {}

    /** It was not answered in time, and only revising it changes that. */
    record HasExpired(String dr, Instant at) implements Refusal {}

    /** Activated now, it would expire at once. */
    record NoTimeToAnswer(String dr, Instant end) implements Refusal {}

    /** Its policy allows no hashed change while approvers are asked. */
    record ContentsLocked(String dr) implements Refusal {}

    /**
     * @param role who is to do it; null = whoever may edit the deployment request
     */
    record NotItsAssignee(String dr, String step, @Nullable String role) implements Refusal {}

    /** A manual step is done by a person. */
    record PersonNeeded(String dr, String step, String actorKind) implements Refusal {}

    record EvidenceMissing(String dr, String step) implements Refusal {}

    /**
     * What was to be done after the deployment by now is not done.
     *
     * @param steps their ids
     */
    record StepsOverdue(String dr, List<String> steps) implements Refusal {}

    /** Only a rejected or expired one can be revised. */
    record NotRejected(String dr, String state) implements Refusal {}

    /** Nothing to approve yet: no item, or no environment. */
    record Incomplete(String dr, String missing) implements Refusal {}

    /** The lane is no longer as the decision has seen it; ask again. */
    record LaneMoved(String lane, long actual) implements Refusal {}

    /** What the decision rests on is being changed, or has been since; ask again. */
    record RequestsMoved(List<String> requests) implements Refusal {}

    /**
     * @param status what it is instead
     */
    record NotRunning(String deploymentId, String status) implements Refusal {}

    /** Another one completed there since, or it is not completed. */
    record NotCurrent(String deploymentId, String lane, String status) implements Refusal {}

    /**
     * @param nearest the known name most like it; null if none is
     */
    record UnregisteredEnvironment(String name, @Nullable String nearest) implements Refusal {}
}
