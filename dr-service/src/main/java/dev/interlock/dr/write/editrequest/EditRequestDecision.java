package dev.interlock.dr.write.editrequest;

import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.RequestAccess;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import java.util.Objects;

final class EditRequestDecision {

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
            case InProgress(var details) -> edit(details, command, true);
            case Completed _, Cancelled _, Rejected _ ->
                    Decision.refuse(new Refusal.NotOpen(command.dr(), request.name()));
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
        boolean hashed = !hash.equals(details.contentHash());
        int revision = details.revision() + 1;
        var edited =
                new RequestEdited(
                        command.dr(),
                        command.title(),
                        command.description(),
                        command.actor().id(),
                        revision,
                        hash,
                        command.contents(),
                        hashed,
                        command.notes(),
                        null);
        return hashed && approversAreAsked
                ? Decision.accept(edited, new ApprovalsMadeStale(command.dr(), revision, hash))
                : Decision.accept(edited);
    }
}
