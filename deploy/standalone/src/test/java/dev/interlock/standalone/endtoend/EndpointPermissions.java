package dev.interlock.standalone.endtoend;

import java.util.Map;
import java.util.Set;

/** What each endpoint asks for, literally; any one of several is enough. */
final class EndpointPermissions {

    /** Whoever has a valid token. */
    static final String ANYBODY = "anybody";

    /** Whoever acts personally: no agent, no machine. */
    static final String PERSON = "person";

    /** Whoever has a person behind them: no machine. */
    static final String OWNER = "owner";

    /** An owner who may read. */
    static final String READING_OWNER = "reading owner";

    /** A person, no agent, who may break the glass. */
    static final String OVERRIDING_PERSON = "overriding person";

    private static final Set<String> INBOX = Set.of(READING_OWNER);
    private static final Set<String> NONE = Set.of(ANYBODY);
    private static final Set<String> READ = Set.of("read");
    private static final Set<String> DR_WRITE = Set.of("dr_write");
    private static final Set<String> DR_WRITE_ANY = Set.of("dr_write_any");
    private static final Set<String> STEPS = Set.of("approve", "dr_write", "deployment_report");
    private static final Set<String> APPROVE = Set.of("approve");
    private static final Set<String> SIGN_OFF = Set.of("approve", "sign_off");
    private static final Set<String> DEPLOY = Set.of("deployment_report");
    private static final Set<String> RULES = Set.of("rule_write");
    private static final Set<String> FREEZE = Set.of("freeze");
    private static final Set<String> OVERRIDE = Set.of(OVERRIDING_PERSON);
    private static final Set<String> PEOPLE = Set.of("people_write");

    static final Map<String, Set<String>> TABLE =
            Map.ofEntries(
                    Map.entry("POST /deployment-events/", DEPLOY),
                    Map.entry("POST /build-events/", Set.of("build_report")),
                    Map.entry("POST /v1/environments", Set.of("environment_write")),
                    Map.entry("PATCH /v1/environments/{name}", Set.of("environment_write")),
                    Map.entry("GET /v1/environments", READ),
                    Map.entry("GET /v1/environments/{name}", READ),
                    Map.entry("GET /v1/products", READ),
                    Map.entry("POST /v1/products", RULES),
                    Map.entry("GET /v1/products/{name}", READ),
                    Map.entry("PUT /v1/products/{name}/labels", RULES),
                    Map.entry("GET /v1/versions", READ),
                    Map.entry("POST /v1/builds", Set.of("build_report")),
                    Map.entry("POST /v1/deployment-requests", DR_WRITE),
                    Map.entry("GET /v1/deployment-requests", READ),
                    Map.entry("GET /v1/deployment-requests/{id}", READ),
                    Map.entry("GET /v1/deployment-requests/{id}/diff", READ),
                    Map.entry("GET /v1/deployment-requests/{id}/readiness", READ),
                    Map.entry("GET /v1/deployment-requests/{id}/history", READ),
                    Map.entry("POST /v1/templates", DR_WRITE_ANY),
                    Map.entry("PUT /v1/templates/{id}", DR_WRITE_ANY),
                    Map.entry("GET /v1/templates", READ),
                    Map.entry("GET /v1/templates/{id}", READ),
                    Map.entry("PUT /v1/deployment-requests/{id}", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{id}/activate", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{id}/deactivate", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{id}/revise", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{id}/steps/{step}/complete", STEPS),
                    Map.entry("POST /v1/deployment-requests/{id}/steps/{step}/undo", STEPS),
                    Map.entry("POST /v1/deployment-requests/{id}/cancel", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{id}/complete", DR_WRITE),
                    Map.entry("POST /v1/deployment-requests/{dr}/approvals", APPROVE),
                    Map.entry("GET /v1/deployment-requests/{dr}/approvals", READ),
                    Map.entry("POST /v1/deployment-requests/{dr}/rejections", APPROVE),
                    Map.entry(
                            "POST /v1/deployment-requests/{dr}/approvals/{approval}/withdraw",
                            APPROVE),
                    Map.entry(
                            "POST /v1/deployment-requests/{dr}/approvals/{approval}/revoke",
                            APPROVE),
                    Map.entry("POST /v1/delegations", APPROVE),
                    Map.entry("GET /v1/delegations", READ),
                    Map.entry("POST /v1/delegations/{delegation}/end", APPROVE),
                    Map.entry("GET /v1/tasks", READ),
                    Map.entry("GET /v1/approval-types", READ),
                    Map.entry("POST /v1/gate/checks", Set.of("gate_check")),
                    Map.entry("GET /v1/decisions/{id}", Set.of("gate_check", "read")),
                    Map.entry("POST /v1/deployments", DEPLOY),
                    Map.entry("POST /v1/deployments/{id}/heartbeat", DEPLOY),
                    Map.entry("POST /v1/deployments/{id}/roll-back", DEPLOY),
                    Map.entry("POST /v1/deployments/{id}/complete", DEPLOY),
                    Map.entry("POST /v1/deployments/{id}/fail", DEPLOY),
                    Map.entry("POST /v1/deployments/{id}/abort", DEPLOY),
                    Map.entry("GET /v1/deployments", READ),
                    Map.entry("GET /v1/deployments/{id}", READ),
                    Map.entry("GET /v1/decisions/{id}/replay", Set.of("audit_read")),
                    Map.entry("GET /v1/environments/{name}/state", READ),
                    Map.entry("GET /v1/environments/{name}/candidates", READ),
                    Map.entry("GET /v1/state", READ),
                    Map.entry("POST /v1/rules/backtests", RULES),
                    Map.entry("POST /v1/rules", RULES),
                    Map.entry("PUT /v1/rules/{id}", RULES),
                    Map.entry("GET /v1/rules", READ),
                    Map.entry("GET /v1/rules/{id}", READ),
                    Map.entry("GET /v1/rules/{id}/versions", READ),
                    Map.entry("PUT /v1/calendars/{name}", RULES),
                    Map.entry("DELETE /v1/calendars/{name}", RULES),
                    Map.entry("GET /v1/calendars", READ),
                    Map.entry("GET /v1/calendars/{name}", READ),
                    Map.entry("GET /v1/calendars/{name}.ics", READ),
                    Map.entry("GET /v1/calendars/{name}/versions", READ),
                    Map.entry("GET /v1/calendars/{name}/versions/{version}", READ),
                    Map.entry("GET /v1/environments/{name}/schedule.ics", READ),
                    Map.entry("POST /v1/freezes", FREEZE),
                    Map.entry("GET /v1/freezes", READ),
                    Map.entry("GET /v1/freezes/{id}", READ),
                    Map.entry("POST /v1/freezes/{id}/extend", FREEZE),
                    Map.entry("POST /v1/freezes/{id}/thaw", Set.of("thaw")),
                    Map.entry("POST /v1/overrides", OVERRIDE),
                    Map.entry("GET /v1/overrides", READ),
                    Map.entry("GET /v1/overrides/{id}", READ),
                    Map.entry("POST /v1/overrides/{id}/confirm", OVERRIDE),
                    Map.entry("POST /v1/overrides/{id}/withdraw", Set.of("override", "freeze")),
                    Map.entry("POST /v1/overrides/{id}/review", Set.of("override_review")),
                    Map.entry("GET /v1/audit", Set.of("audit_read")),
                    Map.entry("GET /v1/audit/verify", Set.of("audit_read")),
                    Map.entry("GET /v1/projections", READ),
                    Map.entry("POST /v1/projections/rebuild", Set.of("operate")),
                    Map.entry("GET /v1/inbox", INBOX),
                    Map.entry("POST /v1/inbox/{id}/read", INBOX),
                    Map.entry("GET /v1/versions/{id}", READ),
                    Map.entry("GET /v1/version-approvals", READ),
                    Map.entry("POST /v1/version-approvals", SIGN_OFF),
                    Map.entry("POST /v1/version-approvals/{id}/revoke", SIGN_OFF),
                    Map.entry("POST /v1/version-rejections", APPROVE),
                    Map.entry("POST /v1/version-rejections/{id}/revoke", APPROVE),
                    Map.entry("POST /v1/version-quarantines", APPROVE),
                    Map.entry("POST /v1/version-quarantines/{id}/end", APPROVE),
                    Map.entry("POST /v1/people", PEOPLE),
                    Map.entry("GET /v1/people", READ),
                    Map.entry("GET /v1/people/{person}", READ),
                    Map.entry("POST /v1/people/{person}/roles", PEOPLE),
                    Map.entry("DELETE /v1/people/{person}/roles/{grant}", PEOPLE),
                    Map.entry("POST /v1/people/{person}/deactivate", PEOPLE),
                    Map.entry("POST /v1/people/{person}/reactivate", PEOPLE),
                    Map.entry("POST /v1/groups", PEOPLE),
                    Map.entry("GET /v1/groups", READ),
                    Map.entry("GET /v1/groups/{group}", READ),
                    Map.entry("PUT /v1/groups/{group}/members/{person}", PEOPLE),
                    Map.entry("DELETE /v1/groups/{group}/members/{person}", PEOPLE),
                    // one's own by whoever acts personally; of others 404 and 422 hide the rest
                    Map.entry("POST /v1/tokens", Set.of(PERSON)),
                    Map.entry("GET /v1/tokens", Set.of(OWNER)),
                    Map.entry("DELETE /v1/tokens/{token}", NONE),
                    Map.entry("POST /v1/trust-policies", PEOPLE),
                    Map.entry("GET /v1/trust-policies", PEOPLE),
                    Map.entry("DELETE /v1/trust-policies/{policy}", PEOPLE),
                    Map.entry("GET /v1/whoami", NONE));

    private EndpointPermissions() {}
}
