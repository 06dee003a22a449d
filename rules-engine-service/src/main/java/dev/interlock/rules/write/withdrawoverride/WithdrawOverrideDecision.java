package dev.interlock.rules.write.withdrawoverride;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.NoSuchOverride;
import dev.interlock.rules.domain.Refusal.OverrideEnded;
import dev.interlock.rules.domain.Refusal.OverrideSpent;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideWithdrawn;
import java.time.Instant;
import java.util.List;

final class WithdrawOverrideDecision {

    private WithdrawOverrideDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<OverrideEvent> decide(
            RequestedOverride state, WithdrawOverride command, Instant now) {
        return switch (state) {
            case Unrequested ignored -> new Refused<>(new NoSuchOverride(command.id()));
            case Requested requested -> decide(requested.given(), command, now);
        };
    }

    private static Decision<OverrideEvent> decide(
            GivenOverride given, WithdrawOverride command, Instant now) {
        var spent = given.spent();
        if (spent != null) {
            return new Refused<>(new OverrideSpent(given.id(), spent.deployment()));
        }
        if (given.withdrawnAt() != null) {
            return new Redundant<>("withdrawn already");
        }
        return given.hasEnded(now)
                ? new Refused<>(new OverrideEnded(given.id(), "expired", given.expiresAt()))
                : new Accepted<>(
                        List.of(
                                new OverrideWithdrawn(
                                        given.id(), command.reason(), now, command.by())));
    }
}
