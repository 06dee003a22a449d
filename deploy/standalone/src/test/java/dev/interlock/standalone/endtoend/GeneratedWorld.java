package dev.interlock.standalone.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rules of every kind over products of which each kind has one that it fails, and facts about them,
 * all drawn from a seed and told to a running installation. Whatever the clock alone changes does
 * so hours from now, so that one world stays the same while it is asked.
 */
final class GeneratedWorld {

    static final String PRODUCTION = "agree-prod";
    static final String ALIAS = "agree-live";
    static final String LAB = "agree-lab";
    static final String STAGE = "agree-stage";
    static final List<String> ENVIRONMENTS = List.of(PRODUCTION, LAB, STAGE);
    static final List<String> VERSIONS = List.of("1.0.0", "2.0.0");
    static final List<String> KINDS =
            List.of(
                    "concurrency",
                    "cooldown",
                    "dependency",
                    "dr_required",
                    "expression",
                    "flow",
                    "quota",
                    "schedule",
                    "soak",
                    "steps",
                    "version_approval_required");

    private static final String CALENDAR = "agree-calendar";
    private static final int SPARE_PRODUCTS = 2;

    /** May a product of this version go there? */
    record Question(String product, String version, String environment) {

        String body() {
            return body("");
        }

        /**
         * @param more further fields, each after a comma
         */
        String body(String more) {
            return spelled(product, version, environment, more);
        }

        static String spelled(String product, String version, String environment, String more) {
            return json(
                    "{'product':'%s','version':'%s','environment':'%s'%s}"
                            .formatted(product, version, environment, more));
        }
    }

    /**
     * @param body as it was written
     */
    record WrittenRule(String id, String kind, String mode, String body) {}

    final Client admin;
    final Client ci;
    final List<Client> breakers = new ArrayList<>();
    final List<String> products = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final Map<String, WrittenRule> rules = new LinkedHashMap<>();
    final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Client qa;
    private final Random random;

    GeneratedWorld(Client admin, long seed) {
        this.admin = admin;
        this.random = new Random(seed);
        ci = key("'kind':'service_key','name':'ci','actions':['build','deploy','check','read']");
        qa = person("Quinn", "qa");
        for (int i = 0; i < 3; i++) {
            breakers.add(person("Breaker" + i, "break_glass"));
        }
        KINDS.forEach(kind -> products.add("agree-" + kind.replace('_', '-')));
        for (int i = 0; i < SPARE_PRODUCTS; i++) {
            products.add("agree-spare-" + i);
        }
        environments();
        labels();
        history();
        signOffs();
        deploymentRequests();
        calendar();
        rules();
        freezes();
    }

    List<Question> questions() {
        var all = new ArrayList<Question>();
        for (var product : products) {
            for (var version : VERSIONS) {
                for (var environment : ENVIRONMENTS) {
                    all.add(new Question(product, version, environment));
                }
            }
        }
        return all;
    }

    /** Times at which other windows are open, other runs have soaked, and other orders expired. */
    List<Instant> instants() {
        return List.of(
                now.minus(Duration.ofHours(2)),
                now.plus(Duration.ofHours(5)),
                now.plus(Duration.ofDays(2)));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    private void environments() {
        created(
                "/v1/environments",
                "{'name':'%s','type':'production','mode':'enforce','aliases':['%s']}"
                        .formatted(PRODUCTION, ALIAS));
        created("/v1/environments", "{'name':'%s','type':'staging'}".formatted(STAGE));
        created(
                "/v1/environments",
                "{'name':'%s','type':'test','mode':'report_only'}".formatted(LAB));
    }

    private void labels() {
        for (int i = 0; i < SPARE_PRODUCTS; i++) {
            created(
                    "/v1/products",
                    "{'name':'agree-spare-%d','labels':{'tier':'%d'}}".formatted(i, i % 2));
        }
    }

    /** The older version runs here and there, and something is on its way. */
    private void history() {
        for (var product : products) {
            for (var version : VERSIONS) {
                created(
                        "/v1/builds",
                        "{'product':'%s','version':'%s','status':'completed','digest':'%s'}"
                                .formatted(product, version, Scene.DIGEST));
            }
            boolean keepsTime = product.endsWith("cooldown") || product.endsWith("quota");
            for (var environment : ENVIRONMENTS) {
                if (keepsTime || random.nextInt(3) == 0) {
                    deployed(product, VERSIONS.get(0), environment);
                }
            }
        }
        deployed("agree-soak", VERSIONS.get(1), STAGE);
        ci.post(
                        "/v1/deployments",
                        new Question("agree-spare-0", VERSIONS.get(1), PRODUCTION).body())
                .expect(201);
    }

    private void deployed(String product, String version, String environment) {
        var run =
                ci.post("/v1/deployments", new Question(product, version, environment).body())
                        .expect(201)
                        .field("id");
        ci.post("/v1/deployments/" + run + "/complete", "").expect(200);
    }

    private void signOffs() {
        for (var product : products) {
            if (product.endsWith("version-approval-required")) {
                continue;
            }
            int what = random.nextInt(6);
            if (what < 3) {
                says("approvals", product, "'type':'qa'");
            } else if (what == 3) {
                says("rejections", product, "'type':'qa','reason':'broken'");
            } else if (what == 4) {
                says(
                        "quarantines",
                        product,
                        "'reason':'odd','until':'%s'".formatted(now.plus(Duration.ofHours(4))));
            }
        }
    }

    private void says(String what, String product, String more) {
        qa.post(
                        "/v1/version-" + what,
                        json(
                                "{'product':'%s','version':'%s',%s}"
                                        .formatted(product, VERSIONS.get(1), more)))
                .expect(201);
    }

    private void deploymentRequests() {
        for (var product : products) {
            boolean stepped = product.endsWith("steps");
            if (!product.endsWith("dr-required") && (stepped || random.nextInt(3) > 0)) {
                request(product, stepped || random.nextBoolean());
            }
        }
        request("agree-spare-0", true);
    }

    private void request(String product, boolean stepped) {
        boolean wide = random.nextBoolean();
        var id =
                created(
                        "/v1/deployment-requests",
                        ("{'title':'ship %s','items':[{'product':'%s','version':'%s'}],"
                                        + "'environments':[%s],'slots':[%s],'steps':[%s]}")
                                .formatted(
                                        product,
                                        product,
                                        VERSIONS.get(1),
                                        "'" + PRODUCTION + "'" + (wide ? ",'" + LAB + "'" : ""),
                                        random.nextInt(4) == 0 ? "" : "{'type':'qa'}",
                                        stepped
                                                ? "{'phase':'pre','title':'Back up','kind':'manual','required':true}"
                                                : ""));
        requests.add(id);
        admin.post("/v1/deployment-requests/" + id + "/activate", "").expect(200);
        boolean slotted =
                admin.get("/v1/deployment-requests/" + id).expect(200).json().path("slots").has(0);
        if (slotted) {
            int what = random.nextInt(5);
            if (what < 3 || product.endsWith("steps")) { // a rejected one asks for no steps
                qa.post(
                                "/v1/deployment-requests/" + id + "/approvals",
                                json("{'slot':'qa','revision':1}"))
                        .expect(201);
            } else if (what == 3) {
                qa.post(
                                "/v1/deployment-requests/" + id + "/rejections",
                                json("{'slot':'qa','revision':1,'comment':'found a fault'}"))
                        .expect(201);
            }
        }
    }

    private void calendar() {
        admin.send(
                        "PUT",
                        "/v1/calendars/" + CALENDAR,
                        String.join(
                                "\r\n",
                                "BEGIN:VCALENDAR",
                                "VERSION:2.0",
                                "BEGIN:VEVENT",
                                "UID:closed@example.org",
                                "DTSTART:" + basic(now.minus(Duration.ofHours(1))),
                                "DTEND:" + basic(now.plus(Duration.ofHours(4))),
                                "SUMMARY:Closed",
                                "END:VEVENT",
                                "END:VCALENDAR",
                                ""),
                        "Content-Type",
                        "text/calendar")
                .expect(201);
    }

    private static String basic(Instant time) {
        return time.toString().replaceAll("[-:]", "");
    }

    /**
     * Of each kind one that holds its own product, and more of any mode that hold any product or
     * several.
     */
    private void rules() {
        for (var kind : KINDS) {
            var own = "agree-" + kind.replace('_', '-');
            rule(kind, "enforce", List.of(own), strict(kind), "");
            for (int i = 0; i < 2; i++) {
                var some = new ArrayList<String>();
                for (int n = 0; n < 2; n++) {
                    some.add(products.get(random.nextInt(products.size())));
                }
                var mode = List.of("enforce", "report_only", "report_only").get(random.nextInt(3));
                rule(kind, mode, some, random.nextBoolean() ? strict(kind) : lax(kind), exotic());
            }
        }
        rule("expression", "disabled", products, "'condition':'false'", "");
        // in scope by the alias of its environment, with a spelling that is to be folded
        rule(
                "expression",
                "report_only",
                List.of("AGREE-spare-1 "),
                "'condition':'environment != \"" + PRODUCTION + "\"'",
                "",
                " Agree-LIVE");
        labelledRule();
    }

    private void labelledRule() {
        var body =
                json(
                        "{'name':'agree by label','kind':'expression','scope':{'product_labels':['tier:1','pci'],'environments':['%s']},'options':{'condition':'false'}}"
                                .formatted(PRODUCTION));
        var id = admin.post("/v1/rules", body).expect(201).field("id");
        rules.put(id, new WrittenRule(id, "expression", "enforce", body));
    }

    private String exotic() {
        return switch (random.nextInt(5)) {
            case 0 -> ",'first_deployment':'exempt'";
            case 1 ->
                    ",'suspension':{'until':'%s','reason':'being looked at'}"
                            .formatted(now.plus(Duration.ofHours(4)));
            default -> "";
        };
    }

    private void rule(
            String kind, String mode, List<String> of, String options, String more, String... in) {
        var body =
                json(
                        "{'name':'agree %d %s','kind':'%s','mode':'%s','scope':{'products':['%s'],'environments':['%s']},'options':{%s}%s}"
                                .formatted(
                                        rules.size(),
                                        kind,
                                        kind,
                                        mode,
                                        String.join("','", of),
                                        in.length == 0
                                                ? String.join("','", PRODUCTION, LAB)
                                                : in[0],
                                        options.replace("\"", "\\\""),
                                        more));
        var id = admin.post("/v1/rules", body).expect(201).field("id");
        rules.put(id, new WrittenRule(id, kind, mode, body));
    }

    private String strict(String kind) {
        return switch (kind) {
            case "concurrency" -> "'maximum':1,'per':'rule'";
            case "cooldown" -> "'minimum':'PT4H'";
            case "dependency" -> "'product':'agree-quota','version':'>=2.0.0'";
            case "dr_required", "steps" -> "";
            case "expression" ->
                    "'condition':'version != \"2.0.0\"','message':'no second versions'";
            case "flow" -> "'environments':['" + STAGE + "'],'evidence':'historic'";
            case "quota" -> "'maximum':1,'period':'PT4H'";
            case "schedule" ->
                    random.nextBoolean()
                            ? "'deny':[{'calendar':'" + CALENDAR + "','zone':'UTC'}]"
                            : "'deny':[%s]".formatted(window(-1, 5));
            case "soak" -> "'environments':['" + STAGE + "'],'minimum':'PT4H'";
            case "version_approval_required" -> "'types':['qa']";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String lax(String kind) {
        return switch (kind) {
            case "concurrency" -> "'maximum':50";
            case "cooldown" -> "'minimum':'PT0.001S'";
            case "dependency" -> "'product':'agree-quota','version':'>=1.0.0'";
            case "dr_required" -> "'slot_types':['qa']";
            case "steps" -> "'phases':['post'],'blocks_next':true";
            case "expression" ->
                    "'condition':'first_deployment || now > timestamp(\"%s\")'"
                            .formatted(now.plus(Duration.ofHours(4)));
            case "flow" -> "'environments':['" + LAB + "','" + STAGE + "'],'match':'any'";
            case "quota" -> "'maximum':40,'period':'P1D','per':'environment'";
            case "schedule" -> "'deny':[%s]".formatted(window(4, 3));
            case "soak" ->
                    "'environments':['"
                            + LAB
                            + "'],'minimum':'PT4H','measure':'since_first_success','reset_on':'failure'";
            case "version_approval_required" ->
                    "'types':['qa'],'after_deploying_to':'" + STAGE + "'";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String window(int inHours, int hours) {
        var start = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusHours(inHours);
        return "{'start':'%s','zone':'UTC','duration':'PT%dH'}"
                .formatted(start.truncatedTo(ChronoUnit.MINUTES), hours);
    }

    private void freezes() {
        created(
                "/v1/freezes",
                "{'reason':'agreed','expires_at':'%s','scope':{'products':['%s'],'environments':['%s']}}"
                        .formatted(
                                now.plus(Duration.ofHours(4)),
                                products.get(random.nextInt(products.size())),
                                ALIAS));
    }

    private String created(String path, String body) {
        return admin.post(path, json(body)).expect(201).at("/id");
    }

    private Client person(String name, String role) {
        var id = created("/v1/people", "{'name':'%s','roles':['%s']}".formatted(name, role));
        return key("'kind':'personal','name':'laptop','person':'" + id + "'");
    }

    private Client key(String fields) {
        return admin.as(
                admin.post("/v1/tokens", json("{" + fields + "}")).expect(201).field("token"));
    }
}
