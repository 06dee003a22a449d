package dev.interlock.rules.domain.gate;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a deployment does not go. In the order of precedence: of several failures the first here is
 * the primary one.
 */
enum Code {
    DEPLOYMENT_IN_PROGRESS(409),
    SUPERSEDED(409),
    ADMISSION_SPENT(409),
    NO_DEPLOY_WINDOW(423),
    OUTSIDE_ALLOW_WINDOW(423),
    FREEZE_ACTIVE(423),
    VERSION_REJECTED(428),
    DR_REJECTED(428),
    DR_REQUIRED(428),
    APPROVAL_REQUIRED(428),
    APPROVAL_EXPIRED(428),
    APPROVAL_STALE(428),
    SELF_APPROVAL_FORBIDDEN(428),
    QUALITY_APPROVAL_REQUIRED(428),
    STEPS_INCOMPLETE(428),
    ORDER_VIOLATION(428),
    FLOW_VIOLATION(428),
    INSUFFICIENT_SOAK_TIME(428),
    STALE_PREREQUISITE(428),
    DEPENDENCY_UNMET(428),
    VERSION_COOLDOWN(428),
    DEPLOY_QUOTA_EXCEEDED(428),
    UNREGISTERED_ENVIRONMENT(428),
    POLICY_ERROR(428);

    private static final Map<String, Code> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Code::name, code -> code));

    static final Comparator<String> PRECEDENCE =
            Comparator.comparingInt(code -> of(code).ordinal());

    private final int httpStatus;

    Code(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    int httpStatus() {
        return httpStatus;
    }

    /**
     * True when it goes away once people give the approvals and do the steps they are asked for.
     */
    boolean endsWithApprovals() {
        return this == APPROVAL_REQUIRED
                || this == QUALITY_APPROVAL_REQUIRED
                || this == STEPS_INCOMPLETE
                || this == APPROVAL_EXPIRED
                || this == APPROVAL_STALE
                || this == SELF_APPROVAL_FORBIDDEN;
    }

    static boolean isKnown(String name) {
        return BY_NAME.containsKey(name);
    }

    static Code of(@Nullable String name) {
        return BY_NAME.getOrDefault(String.valueOf(name), POLICY_ERROR);
    }
}
