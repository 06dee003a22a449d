package dev.interlock.approval;

import static dev.interlock.approval.Installation.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.Installation.Reply;
import dev.interlock.contracts.identity.Identity;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation never loses its last admin, whatever happens at once. */
class LastAdminIT {

    private static final int ROUNDS = 200;

    /** Whoever is left has to make the next two admins. */
    @Test
    void twoAdminsWhoTakeEachOthersRightsAtOnceLeaveOne() throws Exception {
        try (var installation = new Installation()) {
            race(installation);
        }
    }

    private static void race(Installation installation) throws Exception {
        var last = installation.identity(ADMIN_TOKEN);
        for (int round = 0; round < ROUNDS; round++) {
            var ann = admin(last, installation);
            var bob = admin(last, installation);
            assertThat(remove(id(last), ann, false, installation).status()).isEqualTo(204);
            boolean closing = round % 2 == 0;
            Callable<Reply> removeBob = () -> remove(id(bob), ann, closing, installation);
            Callable<Reply> removeAnn = () -> remove(id(ann), bob, !closing, installation);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var statuses =
                        threads.invokeAll(List.of(removeBob, removeAnn)).stream()
                                .map(f -> f.resultNow().status())
                                .toList();
                assertThat(statuses).as("round %d", round).containsExactlyInAnyOrder(204, 409);
            }
            var left = admins(installation);
            assertThat(left).as("round %d", round).hasSize(1);
            last = left.getFirst().equals(id(ann)) ? ann : bob;
        }
    }

    /** A new admin, made by another one. */
    private static Identity admin(Identity by, Installation installation) {
        var person =
                installation.call(
                        "POST", "/v1/people", "{\"name\":\"Admin\",\"roles\":[\"admin\"]}", by);
        var token =
                installation.call(
                        "POST",
                        "/v1/tokens",
                        "{\"kind\":\"personal\",\"name\":\"t\",\"person\":\"%s\"}"
                                .formatted(person.text("id")),
                        by);
        return installation.identity(token.text("token"));
    }

    private static Reply remove(
            String person, Identity by, boolean deactivating, Installation installation) {
        return deactivating
                ? installation.call("POST", "/v1/people/" + person + "/deactivate", null, by)
                : installation.call("DELETE", "/v1/people/" + person + "/roles/admin", null, by);
    }

    private static List<String> admins(Installation installation) {
        return installation
                .get(JdbcClient.class)
                .sql(
                        "SELECT person FROM person_role JOIN person USING (person)"
                                + " WHERE role = 'admin' AND deactivated_at IS NULL")
                .query(String.class)
                .list();
    }

    private static String id(Identity identity) {
        return Objects.requireNonNull(identity.person());
    }
}
