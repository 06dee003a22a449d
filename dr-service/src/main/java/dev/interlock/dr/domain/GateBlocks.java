package dev.interlock.dr.domain;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What only this service can see against a start, added to the gate's decision. */
public final class GateBlocks {

    /** The last of their HTTP class in the order of SPEC 4, but for {@value #LAST_OF_ALL}. */
    private static final Set<String> LAST_OF_CLASS =
            Set.of("VERSION_SHA_CONFLICT", "UNREGISTERED_ENVIRONMENT");

    private static final String LAST_OF_ALL = "POLICY_ERROR";

    /** Lanes and identities are beyond overrides (SPEC 11). */
    private static final String NOT_LIFTED = "OVERRIDE_NOT_ALLOWED";

    private GateBlocks() {}

    /**
     * One more failed check, enforced whatever the environment's mode.
     *
     * @param check the built-in check's name
     */
    public record Block(String check, String code, int httpStatus, String message) {

        private Finding finding() {
            return new Finding(
                    null,
                    check,
                    code,
                    Finding.Outcome.FAILED,
                    Finding.Mode.ENFORCE,
                    message,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null);
        }

        /** Does it give the code, rather than what the gate blocks for? */
        private boolean outranks(GateDecision decision) {
            Integer status = decision.httpStatus();
            if (decision.allowed() || status == null || status != httpStatus) {
                return decision.allowed() || status == null || httpStatus < status;
            }
            return !LAST_OF_CLASS.contains(code) || LAST_OF_ALL.equals(decision.code());
        }
    }

    /**
     * The decision as a block for this as well. The gate has not seen it: what explains the
     * decision is the attempt, which holds it whole.
     */
    public static GateDecision block(GateDecision decision, Block more, String attempt) {
        if (!decision.allowed() && failsFor(more.code(), decision)) {
            return decision;
        }
        boolean primary = more.outranks(decision);
        return new GateDecision(
                decision.id(),
                decision.product(),
                decision.version(),
                decision.environment(),
                decision.dr(),
                GateDecision.Choice.BLOCK,
                false,
                GateDecision.Verdict.FAIL,
                true,
                decision.mode(),
                primary ? more.code() : decision.code(),
                primary ? Integer.valueOf(more.httpStatus()) : decision.httpStatus(),
                primary ? more.message() : decision.message(),
                Stream.concat(Stream.of(more.finding()), decision.findings().stream()).toList(),
                decision.overrides().stream().map(GateBlocks::notApplied).toList(),
                decision.deploymentRequests(),
                decision.action(),
                null,
                null,
                decision.asOf(),
                decision.laneRevision(),
                decision.decidedAt(),
                decision.explainUrl()
                        .replace("/v1/decisions/" + decision.id(), "/v1/deployments/" + attempt));
    }

    private static boolean failsFor(@Nullable String code, GateDecision decision) {
        return decision.findings().stream()
                .anyMatch(
                        f ->
                                f.outcome() == Finding.Outcome.FAILED
                                        && f.mode() == Finding.Mode.ENFORCE
                                        && f.code().equals(code));
    }

    private static OverrideUse notApplied(OverrideUse use) {
        return use.code() == null ? new OverrideUse(use.id(), NOT_LIFTED) : use;
    }
}
