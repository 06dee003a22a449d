package dev.interlock.rules.write.reviewoverride;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.Refusal.NoSuchOverride;
import dev.interlock.rules.domain.Refusal.OverrideReviewNotDue;
import dev.interlock.rules.domain.Refusal.OwnOverride;
import dev.interlock.rules.domain.RequestedOverride;
import dev.interlock.rules.domain.RequestedOverride.Requested;
import dev.interlock.rules.domain.RequestedOverride.Unrequested;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideReviewed;
import java.time.Instant;
import java.util.List;

final class ReviewOverrideDecision {

    private ReviewOverrideDecision() {}

    /**
     * Whoever broke the glass, or deployed through it, reviews nothing.
     *
     * @param now by the server's clock
     */
    static Decision<OverrideEvent> decide(
            RequestedOverride state, ReviewOverride command, Instant now) {
        return switch (state) {
            case Unrequested ignored -> new Refused<>(new NoSuchOverride(command.id()));
            case Requested requested when requested.isOf(command.by()) ->
                    new Refused<>(new OwnOverride(command.id(), "reviews"));
            case Requested requested when requested.use() == null ->
                    new Refused<>(new OverrideReviewNotDue(command.id()));
            case Requested requested when requested.review() != null ->
                    new Redundant<>("reviewed already");
            case Requested ignored ->
                    new Accepted<>(
                            List.of(
                                    new OverrideReviewed(
                                            command.id(), command.comment(), now, command.by())));
        };
    }
}
