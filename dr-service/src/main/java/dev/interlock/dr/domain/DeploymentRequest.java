package dev.interlock.dr.domain;

import dev.interlock.dr.events.ApprovalsMadeStale;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import dev.interlock.dr.events.RequestSuperseded;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.events.StepUndone;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What is to be shipped together, where to, and who must agree. */
public sealed interface DeploymentRequest {

    record Unknown() implements DeploymentRequest {}

    /** The states of a request that exists. */
    sealed interface Known extends DeploymentRequest {

        RequestDetails details();

        /** The same in the same state, but for what it says. */
        default Known with(RequestDetails changed) {
            return switch (this) {
                case Draft _ -> new Draft(changed);
                case InProgress _ -> new InProgress(changed);
                case Completed _ -> new Completed(changed);
                case Cancelled _ -> new Cancelled(changed);
                case Rejected _ -> new Rejected(changed);
                case Expired(_, var at) -> new Expired(changed, at);
            };
        }

        /** The state's name in the API. */
        default String name() {
            return switch (this) {
                case Draft _ -> "draft";
                case InProgress _ -> "in_progress";
                case Completed _ -> "completed";
                case Cancelled _ -> "cancelled";
                case Rejected _ -> "rejected";
                case Expired _ -> "expired";
            };
        }
    }

    record Draft(RequestDetails details) implements Known {}

    record InProgress(RequestDetails details) implements Known {}

    record Completed(RequestDetails details) implements Known {}

    record Cancelled(RequestDetails details) implements Known {}

    record Rejected(RequestDetails details) implements Known {}

    /**
     * @param at the end of the time to answer it
     */
    record Expired(RequestDetails details, Instant at) implements Known {}

    default DeploymentRequest evolve(RequestEvent event) {
        return switch (event) {
            case RequestDrafted drafted -> new Draft(RequestDetails.of(drafted));
            case RequestEdited edited ->
                    switch (this) {
                        case Draft(var details) -> new Draft(details.edited(edited));
                        case InProgress(var details) -> new InProgress(details.edited(edited));
                        case Completed _, Cancelled _, Rejected _, Expired _, Unknown _ -> this;
                    };
            case ApprovalsMadeStale _ -> this;
            case RequestActivated _ ->
                    this instanceof Known known
                            ? new InProgress(known.details().activated())
                            : this;
            case RequestDeactivated _ ->
                    this instanceof Known known ? new Draft(known.details()) : this;
            case RequestCancelled _ ->
                    this instanceof Known known ? new Cancelled(known.details()) : this;
            case RequestRejected _ ->
                    this instanceof Known known ? new Rejected(known.details()) : this;
            case RequestExpired expired ->
                    this instanceof Known known
                            ? new Expired(known.details(), expired.requestExpiresAt())
                            : this;
            case RequestSuperseded superseded ->
                    this instanceof Known known
                            ? known.with(known.details().supersededBy(superseded.by()))
                            : this;
            case RequestRevised revised ->
                    this instanceof Known known
                            ? new Draft(known.details().revised(revised))
                            : this;
            case RequestCompleted _ ->
                    this instanceof Known known ? new Completed(known.details()) : this;
            case StepCompleted done -> withSteps(steps -> steps.with(done));
            case StepUndone undone -> withSteps(steps -> steps.without(undone.step()));
        };
    }

    private DeploymentRequest withSteps(UnaryOperator<StepsDone> change) {
        return switch (this) {
            case Draft(var details) -> new Draft(details.with(change.apply(details.stepsDone())));
            case InProgress(var details) ->
                    new InProgress(details.with(change.apply(details.stepsDone())));
            case Completed _, Cancelled _, Rejected _, Expired _, Unknown _ -> this;
        };
    }
}
