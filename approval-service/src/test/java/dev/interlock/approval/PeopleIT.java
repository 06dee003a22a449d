package dev.interlock.approval;

import static dev.interlock.approval.Installation.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.eligibility.Memberships;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.eventstore.InlineProjections;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, groups, roles and tokens, in the running service. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleIT {

    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        installation = new Installation();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void aTokenIssuedForSomebodyElseChangesNothingOfItsIssuer() {
        var other = token(person("[\"admin\"]"));

        var own = installation.post("/v1/people/usr_bootstrap/roles", "{\"role\":\"qa\"}", other);

        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("code")).isEqualTo("OWN_ROLES_FORBIDDEN");
        installation.post("/v1/groups", "{\"name\":\"inner circle\"}", ADMIN_TOKEN);
        assertThat(
                        installation
                                .call(
                                        "PUT",
                                        "/v1/groups/inner_circle/members/usr_bootstrap",
                                        null,
                                        installation.identity(other))
                                .text("code"))
                .isEqualTo("OWN_MEMBERSHIP_FORBIDDEN");
    }

    @Test
    void groupsAreKnownAtOnceToWhoDecides() {
        var ann = person("[\"qa\"]");
        var group = installation.post("/v1/groups", "{\"name\":\"Change Board\"}", ADMIN_TOKEN);
        assertThat(group.status()).isEqualTo(201);
        assertThat(group.text("id")).isEqualTo("change_board");
        assertThat(
                        installation
                                .post("/v1/groups", "{\"name\":\"CHANGE board\"}", ADMIN_TOKEN)
                                .text("code"))
                .isEqualTo("GROUP_EXISTS");

        var memberships = installation.get(Memberships.class);
        var member = "/v1/groups/change_board/members/" + ann;
        var admin = installation.identity(ADMIN_TOKEN);
        assertThat(installation.call("PUT", member, null, admin).status()).isEqualTo(204);
        assertThat(memberships.of(ann)).containsExactly("change_board");
        assertThat(installation.get("/v1/groups/change_board", ADMIN_TOKEN).body().toString())
                .contains(ann);
        assertThat(installation.call("DELETE", member, null, admin).status()).isEqualTo(204);
        assertThat(memberships.of(ann)).isEmpty();
    }

    @Test
    void aPersonHoldsARoleInSeveralPlacesAndLosesTheOneNamed() {
        var ann = person("[]");
        var roles = "/v1/people/" + ann + "/roles";
        installation.post(
                roles, "{\"role\":\"qa\",\"environments\":[\"Production\"]}", ADMIN_TOKEN);
        var both =
                installation.post(
                        roles,
                        "{\"role\":\"qa\",\"products\":[\"api\"],\"environments\":[\"staging\"]}",
                        ADMIN_TOKEN);
        assertThat(both.body().path("grants").size()).isEqualTo(2);
        var token = token(ann);
        assertThat(may(token, "web", "production")).isTrue();
        assertThat(may(token, "web", "staging")).isFalse();
        assertThat(may(token, "api", "staging")).isTrue();

        var first = both.body().at("/grants/0/id").asString();
        assertThat(installation.delete(roles + "/" + first, ADMIN_TOKEN).status()).isEqualTo(204);
        assertThat(may(token, "web", "production")).isFalse();
        assertThat(may(token, "api", "staging")).isTrue();
        assertThat(installation.delete(roles + "/rol_none", ADMIN_TOKEN).status()).isEqualTo(404);
    }

    @Test
    void aDeactivatedPersonIsNobody() {
        var ann = person("[\"qa\"]");
        var token = token(ann);
        assertThat(installation.resolve(token).status()).isEqualTo(200);

        installation.post("/v1/people/" + ann + "/deactivate", "", ADMIN_TOKEN);

        assertThat(installation.resolve(token).status()).isEqualTo(404);
        assertThat(
                        installation
                                .post(
                                        "/v1/tokens",
                                        "{\"kind\":\"personal\",\"name\":\"x\",\"person\":\"%s\"}"
                                                .formatted(ann),
                                        ADMIN_TOKEN)
                                .text("code"))
                .isEqualTo("PERSON_NOT_ACTIVE");
        installation.post("/v1/people/" + ann + "/reactivate", "", ADMIN_TOKEN);
        assertThat(installation.resolve(token).status()).isEqualTo(200);
    }

    @Test
    void aLimitedTokenIssuesNoOther() {
        var limited =
                installation
                        .post(
                                "/v1/tokens",
                                "{\"kind\":\"personal\",\"name\":\"x\",\"actions\":[\"read\"]}",
                                token(person("[\"admin\"]")))
                        .text("token");

        assertThat(installation.identity(limited).permissions()).containsExactly(Permission.READ);
        assertThat(
                        installation
                                .post(
                                        "/v1/tokens",
                                        "{\"kind\":\"personal\",\"name\":\"y\"}",
                                        limited)
                                .text("code"))
                .isEqualTo("SCOPE_INSUFFICIENT");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void readModelsAreRebuiltToTheSame() {
        var before = readModels();

        installation.get(InlineProjections.class).rebuild();

        assertThat(readModels()).isEqualTo(before);
    }

    private static String readModels() {
        var rows = new StringBuilder();
        for (var table :
                List.of("person", "person_role", "person_group", "group_member", "token")) {
            installation
                    .get(JdbcClient.class)
                    .sql("SELECT t::text FROM " + table + " t ORDER BY 1")
                    .query(String.class)
                    .list()
                    .forEach(row -> rows.append(row).append('\n'));
        }
        return rows.toString();
    }

    private static boolean may(String token, String product, String environment) {
        List<Grant> grants = installation.identity(token).grants();
        return grants.stream()
                .anyMatch(
                        g ->
                                g.permissions().contains(Permission.APPROVE)
                                        && g.covers(product, environment));
    }

    private static String person(String roles) {
        var person =
                installation.post(
                        "/v1/people",
                        "{\"name\":\"Somebody\",\"roles\":%s}".formatted(roles),
                        ADMIN_TOKEN);
        assertThat(person.status()).as("%s", person.body()).isEqualTo(201);
        return person.text("id");
    }

    private static String token(String person) {
        return installation
                .post(
                        "/v1/tokens",
                        "{\"kind\":\"personal\",\"name\":\"t\",\"person\":\"%s\"}"
                                .formatted(person),
                        ADMIN_TOKEN)
                .text("token");
    }
}
