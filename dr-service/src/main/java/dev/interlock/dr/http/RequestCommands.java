package dev.interlock.dr.http;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.StepActor;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.Entities;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands on a deployment request, and shows it as it is afterwards. */
@Component
public class RequestCommands {

    private final Dispatch dispatch;
    private final Entities<DeploymentRequest, RequestEvent> requests;

    RequestCommands(Dispatch dispatch, Entities<DeploymentRequest, RequestEvent> requests) {
        this.dispatch = dispatch;
        this.requests = requests;
    }

    /**
     * Lets nobody in who may not write requests for its products and environments. The caller
     * answered holds what holds for all of these; nothing else of theirs matters to this request.
     *
     * @throws Problem 403 or 404
     */
    public Caller admit(String dr, Caller caller) {
        caller.requireSomewhere(Permission.DR_WRITE);
        var view = RequestView.of(dr, requests.load(dr));
        var where = WhereItGoes.of(view.items(), view.environments());
        where.require(Permission.DR_WRITE, caller);
        return where.narrowed(caller);
    }

    /**
     * Who is to do a step need not be allowed to write requests: seeing all of it is enough, and
     * the step says whose it is.
     *
     * @throws Problem 403 or 404
     */
    public StepActor actorOnSteps(String dr, Caller caller) {
        caller.requireSomewhere(Permission.READ);
        var view = RequestView.of(dr, requests.load(dr));
        var where = WhereItGoes.of(view.items(), view.environments());
        where.require(Permission.READ, caller);
        return new StepActor(
                Dispatch.actor(where.narrowed(caller)),
                caller.identity().roles(),
                caller.actorKind());
    }

    public ResponseEntity<RequestView> send(String dr, Object command, Caller caller) {
        try {
            Answer<DeploymentRequest> answer = dispatch.sendOrThrow(command, caller);
            var view = RequestView.of(dr, answer.result());
            return Dispatch.answer(200, answer.position())
                    .eTag(EntityTags.of(view.revision()))
                    .body(view);
        } catch (CommandRefused refused) {
            var problem = DrProblems.of(refused.refusal());
            throw refused.refusal() instanceof Refusal.StaleEdit
                    ? problem.with("current", RequestView.of(dr, requests.load(dr)))
                    : problem;
        }
    }
}
