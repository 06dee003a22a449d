package dev.interlock.rules.read.readiness;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.contracts.gate.GateDecision.Choice;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.gate.Readiness;
import dev.interlock.rules.projection.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param state the stored one, or {@code rejected} from the rejection on
 * @param readiness null unless in progress
 * @param asOf newest position per source that was looked at
 */
record ReadinessView(
        String id,
        String state,
        Readiness.@Nullable Word readiness,
        List<TargetView> targets,
        Map<String, Long> asOf) {

    /**
     * @param decision what a start would be answered now; null unless pending
     */
    record TargetView(
            String product,
            String version,
            String environment,
            Readiness.Status status,
            @Nullable Choice decision,
            List<Missing> missing) {}

    /**
     * @param mode report_only for what would block if it were enforced
     * @param slot the approval slot to fill; null if it is something else that is missing
     */
    record Missing(
            String code,
            String message,
            Mode mode,
            @Nullable String slot,
            List<WhoCanFix> whoCanFix) {}

    static ReadinessView of(Request request, Readiness readiness, World world, Instant now) {
        return new ReadinessView(
                request.id(),
                state(request, now),
                readiness.word(),
                readiness.targets().stream().map(ReadinessView::target).toList(),
                world.positions());
    }

    private static String state(Request request, Instant now) {
        if (request.isRejected()) {
            return "rejected";
        }
        return request.isExpired(now)
                ? "expired"
                : request.facts().state().name().toLowerCase(Locale.ROOT);
    }

    private static TargetView target(Readiness.Target target) {
        return new TargetView(
                target.item().product(),
                target.item().version(),
                target.environment(),
                target.status(),
                choice(target.judgement()),
                target.missing().stream().map(ReadinessView::missing).toList());
    }

    private static @Nullable Choice choice(@Nullable Judgement judgement) {
        if (judgement == null) {
            return null;
        }
        return judgement.allowed() ? Choice.ALLOW : Choice.BLOCK;
    }

    private static Missing missing(Finding finding) {
        return new Missing(
                finding.code(),
                finding.message(),
                finding.mode(),
                finding.waitingOn().stream()
                        .map(WaitingOn::slot)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                finding.whoCanFix());
    }
}
