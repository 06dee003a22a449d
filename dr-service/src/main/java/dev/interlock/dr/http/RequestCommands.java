package dev.interlock.dr.http;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.StepActor;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Answer;
import dev.interlock.eventstore.Entities;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands on a deployment request, and shows it as it is afterwards. */
@Component
public class RequestCommands {

    /** One of these goes with every role that steps are given to; none with a token that reads. */
    private static final Set<Permission> TO_DO_STEPS =
            Set.of(Permission.APPROVE, Permission.DR_WRITE, Permission.DEPLOYMENT_REPORT);

    private final Dispatch dispatch;
    private final Entities<DeploymentRequest, RequestEvent> requests;
    private final AnswerTimes answers;

    RequestCommands(
            Dispatch dispatch,
            Entities<DeploymentRequest, RequestEvent> requests,
            AnswerTimes answers) {
        this.dispatch = dispatch;
        this.requests = requests;
        this.answers = answers;
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
     * Who is to do a step need not be allowed to write requests: the step says whose it is. A token
     * that only reads does nothing, and nobody acts beyond the places that their roles hold for.
     *
     * @throws Problem 403 or 404
     */
    public StepActor actorOnSteps(String dr, Caller caller) {
        if (TO_DO_STEPS.stream().noneMatch(caller::maySomewhere)) {
            caller.requireSomewhere(Permission.APPROVE);
        }
        var view = RequestView.of(dr, requests.load(dr));
        var where = WhereItGoes.of(view.items(), view.environments());
        var narrowed = where.narrowed(caller);
        if (TO_DO_STEPS.stream().noneMatch(narrowed.identity().permissions()::contains)) {
            where.require(Permission.APPROVE, caller);
        }
        return new StepActor(Dispatch.actor(narrowed), where.rolesOf(caller), caller.actorKind());
    }

    /**
     * For a command that would free the request from its approvers; see {@link AnswerTimes}.
     *
     * @throws Problem 503
     */
    public TimeToAnswer timeToAnswer(String dr, Caller caller) {
        return answers.settle(dr, caller);
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
