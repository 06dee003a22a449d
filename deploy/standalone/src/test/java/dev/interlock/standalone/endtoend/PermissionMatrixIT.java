package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint, as the controllers declare them, called as every role, every kind of key and an
 * agent. Who may is told by {@link EndpointPermissions} and by what {@code /v1/whoami} says of the
 * caller, never by the controllers: one that forgets to ask fails here.
 */
class PermissionMatrixIT {

    private static final List<String> ROLES =
            List.of(
                    "admin",
                    "release_manager",
                    "product",
                    "qa",
                    "sre",
                    "security",
                    "developer",
                    "compliance",
                    "deployer",
                    "viewer",
                    "break_glass");
    private static final List<String> ACTIONS =
            List.of("build", "deploy", "check", "read", "sign_off", "override");

    private static final List<ServedEndpoint> SERVED =
            ServedEndpoint.all().stream().filter(e -> !e.isPage()).toList();

    private static Installation installation;
    private static Map<String, Client> callers;

    @BeforeAll
    static void start() {
        installation = Installation.inOneJvm();
        callers = callers(installation.admin());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void theTableNamesEveryEndpointAndNoOther() {
        assertThat(EndpointPermissions.TABLE.keySet())
                .isEqualTo(SERVED.stream().map(ServedEndpoint::name).collect(Collectors.toSet()));
    }

    @Test
    void whoeverLacksThePermissionIsRefusedAndNobodyElse() {
        var wrong = new ArrayList<String>();
        int calls = 0;
        for (var caller : callers.entrySet()) {
            var may = may(caller.getValue());
            for (var endpoint : SERVED) {
                var needed = EndpointPermissions.TABLE.get(endpoint.name());
                if (needed == null) {
                    continue; // the other test tells
                }
                var answer = call(endpoint, caller.getValue());
                boolean refused = answer.status() == 403;
                boolean expected = needed.stream().noneMatch(may::contains);
                if (refused != expected || answer.status() == 401 || answer.status() >= 500) {
                    wrong.add(
                            "%s as %s: %d (expected: %s): %s"
                                    .formatted(
                                            endpoint.name(),
                                            caller.getKey(),
                                            answer.status(),
                                            expected ? "403" : "allowed",
                                            answer.body()));
                }
                calls++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).isEqualTo(callers.size() * SERVED.size());
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var nobody = installation.client("ilp_nobody-has-this-token");

        var answered =
                SERVED.stream()
                        .filter(endpoint -> call(endpoint, nobody).status() != 401)
                        .map(ServedEndpoint::name)
                        .toList();

        assertThat(answered).isEmpty();
    }

    @Test
    void theRolesDifferFromEachOther() {
        var distinct = new HashSet<Set<String>>();
        callers.values().forEach(caller -> distinct.add(may(caller)));

        assertThat(distinct).hasSizeGreaterThan(10);
    }

    private static Map<String, Client> callers(Client admin) {
        var callers = new LinkedHashMap<String, Client>();
        for (var role : ROLES) {
            var person = person(admin, role, "[\"" + role + "\"]");
            callers.put(role, admin.as(token(admin, person, "human")));
        }
        callers.put("no role", admin.as(token(admin, person(admin, "nobody", "[]"), "human")));
        var second = person(admin, "second admin", "[\"admin\"]");
        callers.put("agent of an admin", admin.as(token(admin, second, "agent")));
        for (var action : ACTIONS) {
            var key =
                    admin.post(
                            "/v1/tokens",
                            """
                            {"kind":"service_key","name":"%s","actions":["%s"]}"""
                                    .formatted(action, action));
            callers.put("key to " + action, admin.as(key.expect(201).field("token")));
        }
        return callers;
    }

    private static String person(Client admin, String name, String roles) {
        return admin.post("/v1/people", "{\"name\":\"%s\",\"roles\":%s}".formatted(name, roles))
                .expect(201)
                .field("id");
    }

    private static String token(Client admin, String person, String actorKind) {
        return admin.post(
                        "/v1/tokens",
                        """
                        {"kind":"personal","name":"test","person":"%s","actor_kind":"%s"}"""
                                .formatted(person, actorKind))
                .expect(201)
                .field("token");
    }

    /** What the caller is told to be allowed, and what they are besides. */
    private static Set<String> may(Client caller) {
        var who = caller.get("/v1/whoami").expect(200).json();
        var may = new TreeSet<String>();
        may.add(EndpointPermissions.ANYBODY);
        who.path("permissions").forEach(permission -> may.add(permission.asString()));
        if (who.path("actor_kind").asString().equals("human")) {
            may.add(EndpointPermissions.PERSON);
            if (may.contains("override")) {
                may.add(EndpointPermissions.OVERRIDING_PERSON);
            }
        }
        if (!who.path("person").asString("").isEmpty()) {
            may.add(EndpointPermissions.OWNER);
            if (may.contains("read")) {
                may.add(EndpointPermissions.READING_OWNER);
            }
        }
        return may;
    }

    /** About nothing that exists, and with nothing in it: only the permission is looked at. */
    private static Client.Answer call(ServedEndpoint endpoint, Client caller) {
        var path = endpoint.path().replaceAll("\\{[^}]+}", "nothing");
        var body =
                endpoint.isCompatible()
                        ? """
                          {"product_name":"matrix","version":"1","environment_name":"matrix",
                           "status":"pending"}"""
                        : endpoint.body() == null ? "" : "{}";
        return caller.send(endpoint.method(), path, body);
    }
}
