package dev.interlock.dr.write.editrequest;

import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.ContentsDiff;
import dev.interlock.dr.domain.ContentsDiff.Change;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.RequestAccess;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.domain.SlotRevisions;
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class EditRequestDecision {

    /** A message to approvers, not a report: the diff endpoint gives all. */
    private static final int MOST_TOLD = 20;

    private EditRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, EditRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> edit(known, command));
    }

    private static Decision<RequestEvent> edit(Known request, EditRequest command) {
        return switch (request) {
            case Draft(var details) -> edit(details, command, false);
            case InProgress(var details) when command.time().ranOut(details) ->
                    Decision.refuse(Refusal.answerTimePassed(details));
            case InProgress(var details) -> edit(details, command, true);
            case Completed _, Cancelled _, Rejected _, Expired _ ->
                    Decision.refuse(Refusal.notOpen(request));
        };
    }

    private static Decision<RequestEvent> edit(
            RequestDetails details, EditRequest command, boolean approversAreAsked) {
        if (details.title().equals(command.title())
                && Objects.equals(details.description(), command.description())
                && details.contents().equals(command.contents())
                && details.notes().equals(command.notes())) {
            return Decision.redundant("nothing changes");
        }
        var hash = ContentHash.of(command.contents());
        var end = details.notes().requestExpiresAt();
        if (end != null
                && details.answerTimePassed(command.time().now())
                && !(hash.equals(details.contentHash())
                        && end.equals(command.notes().requestExpiresAt()))) {
            return Decision.refuse(new Refusal.AnswerTimePassed(command.dr(), end));
        }
        int revision = details.revision() + 1;
        if (hash.equals(details.contentHash())) {
            return Decision.accept(edited(command, revision, hash, null));
        }
        var contents = command.contents();
        if (approversAreAsked && contents.items().isEmpty()) {
            return Decision.refuse(new Refusal.Incomplete(command.dr(), "item"));
        }
        if (approversAreAsked && contents.environments().isEmpty()) {
            return Decision.refuse(new Refusal.Incomplete(command.dr(), "environment"));
        }
        var policy = details.origin().contentsPolicy();
        if (approversAreAsked && policy.equals(Origin.LOCK)) {
            return Decision.refuse(new Refusal.ContentsLocked(command.dr()));
        }
        var slots =
                SlotRevisions.after(
                        details.contents(),
                        command.contents(),
                        details.revisions().slots(),
                        revision,
                        policy);
        var edited = edited(command, revision, hash, slots);
        return approversAreAsked && slots.containsValue(revision)
                ? Decision.accept(edited, stale(details, command, revision, hash))
                : Decision.accept(edited);
    }

    private static RequestEdited edited(
            EditRequest command,
            int revision,
            String hash,
            @Nullable Map<String, Integer> slotRevisions) {
        return new RequestEdited(
                command.dr(),
                command.title(),
                command.description(),
                command.actor().id(),
                revision,
                hash,
                command.contents(),
                slotRevisions != null,
                command.notes(),
                slotRevisions);
    }

    private static ApprovalsMadeStale stale(
            RequestDetails details, EditRequest command, int revision, String hash) {
        var changes =
                ContentsDiff.between(details.contents(), command.contents()).stream()
                        .map(Change::sentence)
                        .limit(MOST_TOLD)
                        .toList();
        return new ApprovalsMadeStale(command.dr(), revision, hash, changes);
    }
}
