package dev.interlock.standalone.endtoend;

import java.util.ArrayList;
import java.util.List;

/** Right calls about deployment requests, approvals and deployments. */
final class RequestSamples {

    private static final String REQUEST = "/v1/deployment-requests/";

    private static final String SLOTS =
            """
            "environments":["scene-prod"],
            "slots":[{"id":"qa-1","type":"qa","roles":["qa"],"min":1,"environment":"scene-prod",
                      "optional":false,"veto":true,"stage":1,"required_members":["dbas"],
                      "still_eligible":true,"approval_valid_for":"P7D","locked":%s}]""";

    private static final String STEPS =
            """
            "steps":[{"id":"backup","phase":"pre","title":"Back up","kind":"manual","required":true,%s
                      "environment":"scene-prod","assignee_role":"sre","deadline":"2027-01-01T00:00:00Z"}]""";

    private static final String CONTENTS =
            """
            {"title":"Release",%%s"description":"all of it","release_notes":"# New",
             "links":[{"kind":"ticket","url":"https://tickets.example/7","title":"Seven"}],
             "planned_at":"2027-01-01T00:00:00Z","labels":{"train":"november"},
             "request_expires_at":"2027-02-01T00:00:00Z","approval_valid_for":"P30D",
             "items":[{"product":"sample","version":"1","order_group":1,"environments":["scene-prod"]}],
             %s,%s}"""
                    .formatted(SLOTS.formatted("false"), STEPS.formatted("\"item\":\"sample\","));

    private static final String TEMPLATE =
            """
            {"name":"Weekly","description":"every week","contents_policy":"lock","request_expires_in":"P14D",
             "labels":{"train":"weekly"},%s,%s}"""
                    .formatted(SLOTS.formatted("true"), STEPS.formatted(""));

    private final Scene scene;
    private final List<Sample> all = new ArrayList<>();

    private RequestSamples(Scene scene) {
        this.scene = scene;
    }

    static List<Sample> of(Scene scene) {
        var samples = new RequestSamples(scene);
        samples.requests();
        samples.templates();
        samples.approvals();
        samples.versions();
        samples.deployments();
        samples.compatible();
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

    private void requests() {
        String[] required = {
            "/title",
            "/items/0/product",
            "/items/0/version",
            "/slots/0/type",
            "/steps/0/phase",
            "/steps/0/title",
            "/links/0/kind",
            "/links/0/url"
        };
        var from =
                """
                "template":{"id":"%s","version":1},"supersedes":"%s","""
                        .formatted(scene.template, scene.draft);
        add(
                admin("POST /v1/deployment-requests")
                        .body(CONTENTS.formatted(from), required)
                        .prose("/description", "/release_notes")
                        .free("/labels"),
                admin("PUT /v1/deployment-requests/{id}", REQUEST + scene.draft)
                        .body(
                                CONTENTS.formatted("\"template\":null,\"supersedes\":null,"),
                                required)
                        .prose("/description", "/release_notes")
                        .free("/labels")
                        .ifMatch("\"1\""),
                admin("GET /v1/deployment-requests"),
                admin("GET /v1/deployment-requests/{id}", REQUEST + scene.draft),
                admin(
                        "GET /v1/deployment-requests/{id}/readiness",
                        REQUEST + scene.active + "/readiness"),
                admin(
                        "GET /v1/deployment-requests/{id}/history",
                        REQUEST + scene.active + "/history"),
                admin("GET /v1/deployment-requests/{id}/diff", REQUEST + scene.draft + "/diff"));
        for (var step : List.of("activate", "deactivate")) {
            add(
                    admin(
                            "POST /v1/deployment-requests/{id}/" + step,
                            REQUEST + scene.draft + "/" + step));
        }
        add(
                admin(
                                "POST /v1/deployment-requests/{id}/steps/{step}/complete",
                                REQUEST + scene.stepped + "/steps/step_1/complete")
                        .body(
                                """
                                {"comment":"done","evidence":[{"url":"https://ci.example/1","title":"log"}]}""",
                                "/evidence/0/url")
                        .prose("/comment"),
                admin(
                                "POST /v1/deployment-requests/{id}/steps/{step}/undo",
                                REQUEST + scene.stepped + "/steps/step_1/undo")
                        .body("{\"reason\":\"broken\"}", "/reason")
                        .prose("/reason"));
        add(
                admin(
                        "POST /v1/deployment-requests/{id}/revise",
                        REQUEST + scene.rejected + "/revise"),
                admin("POST /v1/deployment-requests/{id}/cancel", REQUEST + scene.draft + "/cancel")
                        .body("{\"reason\":\"not needed\"}")
                        .prose("/reason"),
                admin(
                                "POST /v1/deployment-requests/{id}/complete",
                                REQUEST + scene.active + "/complete")
                        .body("{\"reason\":\"done by hand\"}", "/reason")
                        .prose("/reason"));
    }

    private void templates() {
        String[] required = {"/name", "/slots/0/type", "/steps/0/phase", "/steps/0/title"};
        add(
                admin("POST /v1/templates")
                        .body(TEMPLATE, required)
                        .prose("/description")
                        .free("/labels"),
                admin("PUT /v1/templates/{id}", "/v1/templates/" + scene.template)
                        .body(TEMPLATE, required)
                        .prose("/description")
                        .free("/labels")
                        .ifMatch("\"1\""),
                admin("GET /v1/templates"),
                admin("GET /v1/templates/{id}", "/v1/templates/" + scene.template));
    }

    private void approvals() {
        add(
                Sample.of(
                                scene.qa,
                                "POST /v1/deployment-requests/{dr}/approvals/{approval}/withdraw",
                                REQUEST
                                        + scene.approved
                                        + "/approvals/"
                                        + scene.approval
                                        + "/withdraw")
                        .body("{\"reason\":\"found a fault\"}")
                        .prose("/reason"),
                admin(
                                "POST /v1/deployment-requests/{dr}/approvals/{approval}/revoke",
                                REQUEST
                                        + scene.approved
                                        + "/approvals/"
                                        + scene.approval
                                        + "/revoke")
                        .body("{\"reason\":\"left the team\"}", "/reason")
                        .prose("/reason"),
                Sample.of(
                                scene.qa,
                                "POST /v1/deployment-requests/{dr}/approvals",
                                REQUEST + scene.rejectable + "/approvals")
                        .body(
                                """
                                {"slot":"qa","revision":1,"comment":"fine","acting_for":"%s"}"""
                                        .formatted(scene.delegator),
                                "/slot",
                                "/revision")
                        .prose("/comment"),
                admin(
                        "GET /v1/deployment-requests/{dr}/approvals",
                        REQUEST + scene.rejectable + "/approvals"),
                Sample.of(
                                scene.qa,
                                "POST /v1/deployment-requests/{dr}/rejections",
                                REQUEST + scene.rejectable + "/rejections")
                        .body(
                                """
                                {"slot":"qa","revision":1,"comment":"found a fault","acting_for":"%s"}"""
                                        .formatted(scene.delegator),
                                "/slot",
                                "/revision",
                                "/comment")
                        .prose("/comment"),
                Sample.of(scene.qa, "GET /v1/tasks"),
                admin("GET /v1/approval-types"),
                Sample.of(scene.qa, "GET /v1/inbox"),
                Sample.of(
                        scene.qa,
                        "POST /v1/inbox/{id}/read",
                        "/v1/inbox/" + scene.inboxEntry + "/read"));
    }

    private void versions() {
        var version = "\"product\":\"signed\",\"version\":\"1\"";
        add(
                admin("GET /v1/versions/{id}", "/v1/versions/" + scene.version),
                admin(
                        "GET /v1/version-approvals",
                        "/v1/version-approvals?product=signed&version=1"),
                Sample.of(scene.qa, "POST /v1/version-approvals")
                        .body(
                                """
                                {%s,"type":"qa","environment":"scene-prod","comment":"fine",
                                 "evidence":[{"url":"https://ci.example.org/1","title":"run"}],
                                 "digest":"%s","valid_until":"%s"}"""
                                        .formatted(version, Scene.DIGEST, Scene.tomorrow()),
                                "/product",
                                "/version",
                                "/type")
                        .prose("/comment"),
                Sample.of(scene.qa, "POST /v1/version-rejections")
                        .body(
                                """
                                {"product":"spoilt","version":"1","type":"qa","reason":"broken",
                                 "evidence":[{"url":"https://ci.example.org/2","title":"run"}]}""",
                                "/product",
                                "/version",
                                "/type",
                                "/reason")
                        .prose("/reason"),
                Sample.of(scene.qa, "POST /v1/version-quarantines")
                        .body(
                                """
                                {"product":"spoilt","version":"1","reason":"odd","until":"%s"}"""
                                        .formatted(Scene.tomorrow()),
                                "/product",
                                "/version",
                                "/reason",
                                "/until")
                        .prose("/reason"));
        add(
                Sample.of(
                                scene.qa,
                                "POST /v1/version-approvals/{id}/revoke",
                                "/v1/version-approvals/" + scene.versionApproval + "/revoke")
                        .body("{\"reason\":\"found a fault\"}", "/reason")
                        .prose("/reason"),
                Sample.of(
                                scene.qa,
                                "POST /v1/version-rejections/{id}/revoke",
                                "/v1/version-rejections/" + scene.versionRejection + "/revoke")
                        .body("{\"reason\":\"fixed\"}", "/reason")
                        .prose("/reason"),
                Sample.of(
                                scene.qa,
                                "POST /v1/version-quarantines/{id}/end",
                                "/v1/version-quarantines/" + scene.versionQuarantine + "/end")
                        .body("{\"reason\":\"fixed\"}", "/reason")
                        .prose("/reason"));
    }

    private void deployments() {
        add(
                Sample.of(scene.ci, "POST /v1/deployments")
                        .body(
                                """
                                {"product":"covered","version":"1","environment":"scene-prod","dr":"%s","invoke_id":"7",
                                 "run_attempt":1,"source_system":"github","scm_sha":"abc",
                                 "deploy_url":"https://ci","lease":"PT1H","override":"ovr_none","extra_metadata":{"k":"v"}}"""
                                        .formatted(scene.covering),
                                "/product",
                                "/version",
                                "/environment")
                        .free("/extra_metadata"),
                admin("GET /v1/deployments"),
                admin("GET /v1/deployments/{id}", "/v1/deployments/" + scene.deployments.get(0)));
        add(
                Sample.of(
                                scene.ci,
                                "POST /v1/deployments/{id}/heartbeat",
                                "/v1/deployments/" + scene.deployments.get(0) + "/heartbeat")
                        .body("{\"lease\":\"PT8H\"}"));
        var ends = List.of("complete", "fail", "abort");
        for (int i = 0; i < ends.size(); i++) {
            add(
                    Sample.of(
                            scene.ci,
                            "POST /v1/deployments/{id}/" + ends.get(i),
                            "/v1/deployments/" + scene.deployments.get(i) + "/" + ends.get(i)));
        }
        add(
                Sample.of(
                                scene.ci,
                                "POST /v1/deployments/{id}/roll-back",
                                "/v1/deployments/" + scene.deployments.get(0) + "/roll-back")
                        .body("{\"reason\":\"errors\"}", "/reason")
                        .prose("/reason"));
        add(
                Sample.of(scene.ci, "POST /v1/gate/checks")
                        .body(
                                """
                                {"product":"covered","version":"1","environment":"scene-prod","dr":"%s",
                                 "override":"ovr_none","at":"2026-12-01T00:00:00Z","explain":true}"""
                                        .formatted(scene.covering),
                                "/product",
                                "/version",
                                "/environment"),
                admin("GET /v1/decisions/{id}", "/v1/decisions/" + scene.decision),
                admin(
                        "GET /v1/decisions/{id}/replay",
                        "/v1/decisions/" + scene.decision + "/replay"));
    }

    private void compatible() {
        var run =
                """
                "source_system":"github","build_number":"1","scm_sha":"abc","scm_repository":"r",
                "scm_branch":"main","build_url":"https://ci","invoke_id":"9",
                "completed_at":"2026-01-01T00:01:00Z","extra_metadata":{"k":"v"}""";
        add(
                Sample.of(scene.ci, "POST /deployment-events/")
                        .body(
                                """
                                {"product_name":"compatible","version":"1","environment_name":"scene",
                                 "status":"started","deploy_url":"https://ci","deployed_by":"m",
                                 "deployed_by_email":"m@example.org","deployed_by_name":"Maria",
                                 "skip_preflight_checks":false,%s}"""
                                        .formatted(run),
                                "/product_name",
                                "/version",
                                "/environment_name",
                                "/status")
                        .free("/extra_metadata"),
                Sample.of(scene.ci, "POST /build-events/")
                        .body(
                                """
                                {"product_name":"compatible","version":"1","status":"success",
                                 "built_by":"m","built_by_email":"m@example.org","built_by_name":"Maria",
                                 "started_at":"2026-01-01T00:00:00Z",%s}"""
                                        .formatted(run),
                                "/product_name",
                                "/version",
                                "/status")
                        .free("/extra_metadata"));
    }
}
