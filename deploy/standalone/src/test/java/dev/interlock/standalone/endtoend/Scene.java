package dev.interlock.standalone.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** People, tokens and deployment requests in every state that some endpoint's sample asks for. */
final class Scene {

    static final String CALENDAR = "scene-calendar";
    static final String SPARE_CALENDAR = "spare-calendar";

    static final String DIGEST = "sha256:" + "0f".repeat(32);

    final Client admin;
    final Client qa;
    final Client ci;
    final String person;
    final String group;
    final String delegator;
    final String delegation;
    final String leaver;
    final String trustPolicy;
    final String tokenToRevoke;
    final String template;
    final String draft;
    final String stepped;
    final String active;
    final String rejectable;
    final String approved;
    final String rejected;
    final String approval;
    final String covering;
    final String rule;
    final String freeze;
    final Client robin;
    final Client rory;
    final String pendingOverride;
    final String usedOverride;
    final String inboxEntry;
    final String decision;
    final String version;
    final String versionApproval;
    final String versionRejection;
    final String versionQuarantine;
    final List<String> deployments;

    private final Client none;

    Scene(Client admin) {
        this.admin = admin;
        none = admin.as("ilp_nobody-has-this-token");
        created("/v1/environments", "{'name':'scene','type':'staging','mode':'report_only'}");
        created("/v1/environments", "{'name':'scene-prod','type':'production'}");
        person = created("/v1/people", "{'name':'Quinn','roles':['qa']}");
        qa = admin.as(token("{'kind':'personal','name':'laptop','person':'" + person + "'}"));
        trustPolicy =
                created(
                        "/v1/trust-policies",
                        "{'issuer':'https://ci.example','audience':'a','claims':{'project_id':'1'},'actions':['read']}");
        leaver = created("/v1/people", "{'name':'Lea'}");
        group = created("/v1/groups", "{'name':'scene'}");
        delegator = created("/v1/people", "{'name':'Dora','roles':['qa']}");
        delegation = delegation();
        var actions = "'actions':['build','deploy','check','read']";
        ci = admin.as(token("{'kind':'service_key','name':'ci'," + actions + "}"));
        tokenToRevoke = created("/v1/tokens", "{'kind':'personal','name':'to be revoked'}");
        template = created("/v1/templates", "{'name':'scene'}");
        draft = request("draft");
        stepped =
                created(
                        "/v1/deployment-requests",
                        "{'title':'stepped','steps':[{'phase':'pre','title':'Back up','kind':'evidence'}]}");
        active = activated("active");
        rejectable = activated("rejectable");
        activated("left to wait");
        approved = activated("approved");
        approval = approved(approved);
        rejected = rejected();
        covering = activated("covered");
        approved(covering);
        for (var name : List.of(CALENDAR, SPARE_CALENDAR, "third-calendar")) {
            admin.send(
                            "PUT",
                            "/v1/calendars/" + name,
                            calendar("20261224"),
                            "Content-Type",
                            "text/calendar")
                    .expect(201);
        }
        rule = created("/v1/rules", "{'name':'scene','kind':'dr_required','mode':'disabled'}");
        freeze =
                created(
                        "/v1/freezes",
                        "{'reason':'scene','expires_at':'%s','scope':{'products':['chilled']}}"
                                .formatted(tomorrow()));
        decision =
                ci.post("/v1/gate/checks", target("decided"))
                        .expect(200)
                        .json()
                        .at("/id")
                        .asString();
        created("/v1/builds", "{'product':'signed','version':'1','digest':'%s'}".formatted(DIGEST));
        version = admin.get("/v1/versions?product=signed").expect(200).at("/items/0/id");
        versionApproval = said("approvals", "'product':'signed','type':'qa'");
        versionRejection = said("rejections", "'product':'barred','type':'qa','reason':'broken'");
        versionQuarantine =
                said(
                        "quarantines",
                        "'product':'barred','reason':'odd','until':'" + tomorrow() + "'");
        robin = breaker("Robin");
        rory = breaker("Rory");
        pendingOverride = override(robin, "p", 2);
        usedOverride = usedOverride();
        deployments = List.of(started("one"), started("two"), started("three"));
        inboxEntry = inboxEntry();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private String delegation() {
        return created(
                "/v1/delegations",
                "{'from':'%s','to':'%s','ends_at':'%s','reason':'on leave'}"
                        .formatted(delegator, person, Instant.now().plus(Duration.ofDays(1))));
    }

    private String created(String path, String body) {
        var reply = admin.post(path, json(body)).expect(201);
        return reply.at("/id");
    }

    private String said(String what, String body) {
        return qa.post("/v1/version-" + what, json("{'version':'1'," + body + "}"))
                .expect(201)
                .field("id");
    }

    /** Somebody who may break the glass. */
    private Client breaker(String name) {
        var id = created("/v1/people", "{'name':'" + name + "','roles':['break_glass']}");
        return admin.as(token("{'kind':'personal','name':'laptop','person':'" + id + "'}"));
    }

    private static String override(Client by, String product, int people) {
        return by.post(
                        "/v1/overrides",
                        json(
                                "{'product':'%s','version':'1','environment':'scene-prod','rules':['APPROVAL_REQUIRED'],'reason':'scene','incident_url':'https://status.example.com/7','people':%d}"
                                        .formatted(product, people)))
                .expect(201)
                .field("id");
    }

    /** Waits until it is on record that it was used. */
    private String usedOverride() {
        activated("overridden");
        var saver = breaker("Sandy");
        var id = override(saver, "overridden", 1);
        ci.post("/v1/deployments", target("overridden", "scene-prod")).expect(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> admin.get("/v1/overrides/" + id).at("/state"), "review_due"::equals);
        return id;
    }

    static String inAnHour() {
        return Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** One event on a day of every year, and one each week. */
    static String calendar(String day) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:day@example.org",
                "DTSTART;VALUE=DATE:" + day,
                "RRULE:FREQ=YEARLY",
                "SUMMARY:A day",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:week@example.org",
                "DTSTART;TZID=Europe/Berlin:20260102T170000",
                "DTEND;TZID=Europe/Berlin:20260105T080000",
                "RRULE:FREQ=WEEKLY",
                "EXDATE;TZID=Europe/Berlin:20260109T170000",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    static String tomorrow() {
        return inDays(1);
    }

    static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String token(String body) {
        return admin.post("/v1/tokens", json(body)).expect(201).field("token");
    }

    private String request(String product) {
        return created(
                "/v1/deployment-requests",
                "{'title':'%s','items':[{'product':'%s','version':'1'}],'environments':['scene-prod'],'slots':[{'type':'qa'}]}"
                        .formatted(product, product));
    }

    private String activated(String product) {
        var id = request(product);
        admin.post("/v1/deployment-requests/" + id + "/activate", "").expect(200);
        return id;
    }

    /** Waits until its owner has heard of it. */
    private String rejected() {
        var id = activated("rejected");
        qa.post(
                        "/v1/deployment-requests/" + id + "/rejections",
                        json("{'slot':'qa','revision':1,'comment':'found a fault'}"))
                .expect(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> admin.get("/v1/deployment-requests/" + id).at("/state"),
                        "rejected"::equals);
        return id;
    }

    /** Returns the approval's id. */
    private String approved(String id) {
        return qa.post(
                        "/v1/deployment-requests/" + id + "/approvals",
                        json("{'slot':'qa','revision':1}"))
                .expect(201)
                .field("id");
    }

    private static String target(String product) {
        return target(product, "scene");
    }

    private static String target(String product, String environment) {
        return json(
                "{'product':'%s','version':'1','environment':'%s'}"
                        .formatted(product, environment));
    }

    private String started(String product) {
        return ci.post("/v1/deployments", target(product)).expect(201).field("id");
    }

    private String inboxEntry() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> qa.get("/v1/inbox").at("/items/0/id"), id -> !id.isEmpty());
    }

    /** Tokens that open nothing, by why. */
    Map<String, String> voidTokens() {
        var revoked = admin.post("/v1/tokens", json("{'kind':'personal','name':'revoked'}"));
        admin.send("DELETE", "/v1/tokens/" + revoked.expect(201).field("id"), "").expect(204);
        var expired = token("{'kind':'personal','name':'expired','expires_in':'PT1S'}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> admin.as(expired).get("/v1/whoami").status() == 401);
        return Map.of(
                "unknown token", none.token(),
                "revoked token", revoked.field("token"),
                "expired token", expired);
    }
}
