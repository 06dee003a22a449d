package dev.interlock.contracts.identity;

/** What a principal may do. Roles map to permissions in one table, in approval-service. */
public enum Permission {
    READ,
    AUDIT_READ,
    GATE_CHECK,
    BUILD_REPORT,
    DEPLOYMENT_REPORT,
    DR_WRITE,
    /** Edit, activate or cancel a deployment request of another author. */
    DR_WRITE_ANY,
    /**
     * Decide on approval slots; whether a slot can be filled depends on the person's roles besides.
     */
    APPROVE,
    /** Sign off a version as a machine. */
    SIGN_OFF,
    ENVIRONMENT_WRITE,
    RULE_WRITE,
    /** Stop deployments for a time. */
    FREEZE,
    /** End a freeze before its time. */
    THAW,
    PEOPLE_WRITE,
    /** Rebuild projections. */
    OPERATE,
    /** Break the glass: request or confirm an override. */
    OVERRIDE,
    /** Close the review of an override that was used. */
    OVERRIDE_REVIEW
}
