package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEvent;

final class DraftRequestDecision {

    private DraftRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, DraftRequest command) {
        return switch (request) {
            case DeploymentRequest.Unknown _ ->
                    Decision.accept(
                            new RequestDrafted(
                                    command.dr(),
                                    command.title(),
                                    command.description(),
                                    command.author(),
                                    1,
                                    ContentHash.of(command.contents()),
                                    command.contents(),
                                    command.now(),
                                    command.notes(),
                                    command.origin()));
            case DeploymentRequest.Known _ -> Decision.redundant("begun already");
        };
    }
}
