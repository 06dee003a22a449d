package dev.interlock.standalone.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Right calls about what an installation knows, its rules, people and pages. */
final class AdministrationSamples {

    private final Scene scene;
    private final List<Sample> all = new ArrayList<>();

    private AdministrationSamples(Scene scene) {
        this.scene = scene;
    }

    static List<Sample> of(Scene scene) {
        var samples = new AdministrationSamples(scene);
        samples.catalogue();
        samples.rules();
        samples.calendars();
        samples.freezes();
        samples.overrides();
        samples.people();
        samples.pages();
        return samples.all;
    }

    private void add(Sample... samples) {
        all.addAll(List.of(samples));
    }

    private Sample admin(String endpoint) {
        return Sample.of(scene.admin, endpoint);
    }

    private Sample admin(String endpoint, String path) {
        return Sample.of(scene.admin, endpoint, path);
    }

    private void catalogue() {
        add(
                admin("POST /v1/environments")
                        .body(
                                """
                                {"name":"new","type":"test","mode":"enforce","time_zone":"UTC","aliases":["fresh"],"separation_of_duties":true}""",
                                "/name",
                                "/type"),
                admin("PATCH /v1/environments/{name}", "/v1/environments/scene")
                        .body(
                                """
                                {"type":"test","mode":"report_only","time_zone":"Europe/Berlin","aliases":["other"],"separation_of_duties":false}"""),
                admin("GET /v1/environments"),
                admin("GET /v1/environments/{name}", "/v1/environments/scene"),
                admin("GET /v1/environments/{name}/state", "/v1/environments/scene/state"),
                admin(
                        "GET /v1/environments/{name}/candidates",
                        "/v1/environments/scene-prod/candidates"),
                admin("GET /v1/state"),
                admin("GET /v1/products"),
                admin("POST /v1/products")
                        .body(
                                """
                                {"name":"fresh-product","labels":{"tier":"1"}}""",
                                "/name")
                        .free("/labels"),
                admin("GET /v1/products/{name}", "/v1/products/signed"),
                admin("PUT /v1/products/{name}/labels", "/v1/products/signed/labels")
                        .body(
                                """
                                {"labels":{"tier":"1"}}""",
                                "/labels")
                        .free("/labels"),
                admin("GET /v1/versions"),
                Sample.of(scene.ci, "POST /v1/builds")
                        .body(
                                """
                                {"product":"built","version":"1","status":"completed","source_system":"github",
                                 "build_number":"1","scm_sha":"abc","scm_repository":"r","scm_branch":"main",
                                 "build_url":"https://ci","invoke_id":"1","started_at":"2026-01-01T00:00:00Z",
                                 "completed_at":"2026-01-01T00:01:00Z","digest":"%s",
                                 "extra_metadata":{"k":"v"}}"""
                                        .formatted(Scene.DIGEST),
                                "/product",
                                "/version")
                        .free("/extra_metadata"));
    }

    private void rules() {
        var body =
                """
                {"name":"sample","kind":"dr_required","mode":"disabled","suspension":{"until":"%s","reason":"moving"},
                 "scope":{"products":["p"],"product_labels":["pci"],"environments":["scene"],"environment_types":["staging"],
                 "action_kinds":["deploy"],"actor_kinds":["ci"]},"first_deployment":"exempt",
                 "applies_to":{"created_after":"2026-06-01T00:00:00Z"},"overridable":false,"options":{}}"""
                        .formatted(Scene.tomorrow());
        add(
                admin("POST /v1/rules").body(body, "/name", "/kind"),
                admin("PUT /v1/rules/{id}", "/v1/rules/" + scene.rule)
                        .body(body, "/name", "/kind")
                        .ifMatch("\"1\""),
                admin("POST /v1/rules/backtests")
                        .body(
                                "{\"replaces\":\"%s\",\"days\":3,\"rule\":%s}"
                                        .formatted(scene.rule, body),
                                "/rule",
                                "/rule/name",
                                "/rule/kind")
                        .free("/rule/options"),
                admin("GET /v1/rules"),
                admin("GET /v1/rules/{id}", "/v1/rules/" + scene.rule),
                admin("GET /v1/rules/{id}/versions", "/v1/rules/" + scene.rule + "/versions"),
                admin("GET /v1/audit"),
                admin("GET /v1/audit/verify"),
                admin("GET /v1/projections"),
                admin("POST /v1/projections/rebuild"));
    }

    private void calendars() {
        var calendar = "/v1/calendars/" + Scene.CALENDAR;
        add(
                admin("PUT /v1/calendars/{name}", calendar)
                        .text("text/calendar", Scene.calendar("20261225"))
                        .ifMatch("\"1\""),
                admin("GET /v1/calendars"),
                admin("GET /v1/calendars/{name}", calendar),
                admin("GET /v1/calendars/{name}.ics", calendar + ".ics"),
                admin("GET /v1/calendars/{name}/versions", calendar + "/versions"),
                admin("GET /v1/calendars/{name}/versions/{version}", calendar + "/versions/1"),
                admin("DELETE /v1/calendars/{name}", "/v1/calendars/" + Scene.SPARE_CALENDAR)
                        .ifMatch("\"1\""),
                admin(
                        "GET /v1/environments/{name}/schedule.ics",
                        "/v1/environments/scene-prod/schedule.ics"));
    }

    private void freezes() {
        var freeze = "/v1/freezes/" + scene.freeze;
        add(
                admin("POST /v1/freezes")
                        .body(
                                """
                                {"reason":"incident","incident_url":"https://status.example.com/7",
                                 "scope":{"products":["chilled"],"product_labels":["pci"],"environments":["scene"],
                                 "environment_types":["staging"]},
                                 "starts_at":"%s","expires_at":"%s","indefinite":false}"""
                                        .formatted(Scene.tomorrow(), Scene.inDays(2)),
                                "/reason",
                                "/expires_at")
                        .prose("/reason"),
                admin("GET /v1/freezes"),
                admin("GET /v1/freezes/{id}", freeze),
                admin("POST /v1/freezes/{id}/extend", freeze + "/extend")
                        .body(
                                """
                                {"reason":"not fixed","expires_at":"%s"}"""
                                        .formatted(Scene.inDays(3)),
                                "/expires_at",
                                "/reason")
                        .prose("/reason"),
                admin("POST /v1/freezes/{id}/thaw", freeze + "/thaw")
                        .body("{\"reason\":\"fixed\"}", "/reason")
                        .prose("/reason"));
    }

    private void overrides() {
        var pending = "/v1/overrides/" + scene.pendingOverride;
        add(
                Sample.of(scene.robin, "POST /v1/overrides")
                        .body(
                                """
                                {"product":"p","version":"1","environment":"scene-prod","rules":["APPROVAL_REQUIRED"],
                                 "reason":"incident","incident_url":"https://status.example.com/7",
                                 "expires_at":"%s","people":2}"""
                                        .formatted(Scene.inAnHour()),
                                "/product",
                                "/version",
                                "/environment",
                                "/rules",
                                "/reason",
                                "/incident_url")
                        .prose("/reason"),
                admin("GET /v1/overrides"),
                admin("GET /v1/overrides/{id}", pending),
                Sample.of(scene.rory, "POST /v1/overrides/{id}/confirm", pending + "/confirm"),
                Sample.of(scene.robin, "POST /v1/overrides/{id}/withdraw", pending + "/withdraw")
                        .body("{\"reason\":\"not needed\"}", "/reason")
                        .prose("/reason"),
                admin(
                                "POST /v1/overrides/{id}/review",
                                "/v1/overrides/" + scene.usedOverride + "/review")
                        .body("{\"comment\":\"all well\"}", "/comment")
                        .prose("/comment"));
    }

    private void people() {
        var person = "/v1/people/" + scene.person;
        add(
                admin("POST /v1/people")
                        .body(
                                """
                                {"name":"Sam","email":"sam@example.org","roles":["security"]}""",
                                "/name"),
                admin("GET /v1/people"),
                admin("GET /v1/people/{person}", person),
                admin("POST /v1/people/{person}/roles", person + "/roles")
                        .body(
                                """
                                {"role":"sre","products":["p"],"environments":["scene"]}""",
                                "/role"),
                admin("DELETE /v1/people/{person}/roles/{grant}", person + "/roles/sre"),
                admin(
                        "POST /v1/people/{person}/deactivate",
                        "/v1/people/" + scene.leaver + "/deactivate"),
                admin(
                        "POST /v1/people/{person}/reactivate",
                        "/v1/people/" + scene.leaver + "/reactivate"),
                admin("POST /v1/groups").body("{\"name\":\"Change board\"}", "/name"),
                admin("GET /v1/groups"),
                admin("GET /v1/groups/{group}", "/v1/groups/" + scene.group),
                admin(
                        "PUT /v1/groups/{group}/members/{person}",
                        "/v1/groups/" + scene.group + "/members/" + scene.person),
                admin(
                        "DELETE /v1/groups/{group}/members/{person}",
                        "/v1/groups/" + scene.group + "/members/" + scene.person),
                admin("POST /v1/trust-policies")
                        .body(
                                """
                                {"issuer":"https://ci.example","audience":"a","claims":{"repository_id":"1"},
                                 "actions":["read"],"products":["p"],"environments":["scene"]}""",
                                "/issuer",
                                "/audience",
                                "/claims",
                                "/actions")
                        .free("/claims"),
                admin("GET /v1/trust-policies"),
                admin(
                        "DELETE /v1/trust-policies/{policy}",
                        "/v1/trust-policies/" + scene.trustPolicy),
                admin("POST /v1/delegations")
                        .body(
                                """
                                {"to":"%s","from":"%s","starts_at":"%s","ends_at":"%s","environments":["scene"],
                                 "products":["p"],"types":["qa"],"reason":"on leave"}"""
                                        .formatted(
                                                scene.person,
                                                scene.delegator,
                                                Instant.now(),
                                                Instant.now().plus(Duration.ofDays(1))),
                                "/to",
                                "/ends_at",
                                "/reason")
                        .prose("/reason"),
                admin("GET /v1/delegations"),
                admin(
                        "POST /v1/delegations/{delegation}/end",
                        "/v1/delegations/" + scene.delegation + "/end"),
                admin("POST /v1/tokens")
                        .body(
                                """
                                {"kind":"service_key","name":"key","actor_kind":"ci","actions":["read"],
                                 "products":["p"],"environments":["scene"],"expires_in":"P1D"}""",
                                "/kind",
                                "/name",
                                "/actions"),
                admin("POST /v1/tokens")
                        .body(
                                """
                                {"kind":"personal","name":"phone","person":"%s"}"""
                                        .formatted(scene.person),
                                "/kind",
                                "/name"),
                admin("GET /v1/tokens"),
                admin("GET /v1/whoami"),
                admin("DELETE /v1/tokens/{token}", "/v1/tokens/" + scene.tokenToRevoke));
    }

    private void pages() {
        for (var page : List.of("deployments", "versions", "catalog", "deployment-requests")) {
            add(admin("GET /manage/" + page));
        }
        add(
                admin("GET /"),
                admin("GET /assets/interlock.css"),
                admin("GET /docs"),
                admin("GET /openapi.yaml"),
                admin("GET /problems"),
                admin("GET /problems/{code}", "/problems/NOT_FOUND"),
                admin("GET /deployments/{view}", "/deployments/x"),
                admin("GET /manage/sign-in"),
                admin("GET /manage/sign-in/oidc"),
                admin("GET /manage/sign-in/callback"),
                admin("POST /manage/deployment-requests"),
                admin("POST /manage/sign-in"),
                admin("POST /manage/sign-out"));
    }
}
