package dev.interlock.rules.write.requestoverride;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.EndsBeforeItStarts;
import dev.interlock.rules.domain.Refusal.OverrideReviewDue;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideRequested;
import java.time.Instant;
import java.util.List;

final class RequestOverrideDecision {

    private RequestOverrideDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<OverrideEvent> decide(
            RequestedOverride state, RequestOverride command, Instant now) {
        return switch (state) {
            case Requested ignored -> new Redundant<>("requested already");
            case Unrequested ignored when command.reviewDue() ->
                    new Refused<>(new OverrideReviewDue());
            case Unrequested ignored when !command.expiresAt().isAfter(now) ->
                    new Refused<>(new EndsBeforeItStarts(now));
            case Unrequested ignored ->
                    new Accepted<>(
                            List.of(
                                    new OverrideRequested(
                                            command.id(),
                                            command.product(),
                                            command.version(),
                                            command.environment(),
                                            command.rules(),
                                            command.reason(),
                                            command.incidentUrl(),
                                            command.people(),
                                            command.expiresAt(),
                                            now,
                                            command.by())));
        };
    }
}
