package dev.interlock.rules.write.confirmoverride;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal;
import dev.interlock.rules.domain.Refusal.NoSuchOverride;
import dev.interlock.rules.domain.Refusal.OverrideEnded;
import dev.interlock.rules.domain.Refusal.OverrideNotPending;
import dev.interlock.rules.domain.Refusal.OverrideReviewDue;
import dev.interlock.rules.domain.Refusal.OverrideSpent;
import dev.interlock.rules.domain.Refusal.OwnOverride;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.events.OverrideConfirmed;
import dev.interlock.rules.events.OverrideEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ConfirmOverrideDecision {

    private ConfirmOverrideDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<OverrideEvent> decide(
            RequestedOverride state, ConfirmOverride command, Instant now) {
        return switch (state) {
            case Unrequested ignored -> new Refused<>(new NoSuchOverride(command.id()));
            case Requested requested -> decide(requested.given(), command, now);
        };
    }

    private static Decision<OverrideEvent> decide(
            GivenOverride given, ConfirmOverride command, Instant now) {
        var objection = objection(given, command, now);
        if (objection != null) {
            return new Refused<>(objection);
        }
        var confirmed = given.confirmed();
        if (confirmed != null && confirmed.by().equals(command.by())) {
            return new Redundant<>("confirmed already");
        }
        return confirmed != null || given.people() < 2
                ? new Refused<>(new OverrideNotPending(given.id()))
                : new Accepted<>(List.of(new OverrideConfirmed(given.id(), now, command.by())));
    }

    private static @Nullable Refusal objection(
            GivenOverride given, ConfirmOverride command, Instant now) {
        if (given.by().equals(command.by())) {
            return new OwnOverride(given.id(), "confirms");
        }
        var spent = given.spent();
        if (spent != null) {
            return new OverrideSpent(given.id(), spent.deployment());
        }
        if (given.hasEnded(now)) {
            var withdrawn = given.withdrawnAt();
            return withdrawn == null
                    ? new OverrideEnded(given.id(), "expired", given.expiresAt())
                    : new OverrideEnded(given.id(), "withdrawn", withdrawn);
        }
        return command.reviewDue() ? new OverrideReviewDue() : null;
    }
}
