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

/**
 * An installation never loses its last admin, whatever happens at once: in two processes, since the
 * commands of one are carried out one after another.
 */
class LastAdminIT {

    private static final int ROUNDS = 200;

    /** Whoever is left has to make the next two admins. */
    @Test
    void twoAdminsWhoTakeEachOthersRightsAtOnceLeaveOne() throws Exception {
        try (var installation = new Installation()) {
            installation.addReplica();
            race(installation);
        }
    }

    private static void race(Installation installation) throws Exception {
        var last = installation.identity(ADMIN_TOKEN);
        for (int round = 0; round < ROUNDS; round++) {
            var ann = admin(last, installation);
            var bob = admin(last, installation);
            assertThat(installation.call(method(false), path(id(last), false), null, ann).status())
                    .isEqualTo(204);
            boolean closing = round % 2 == 0;
            Callable<Reply> removeBob =
                    () -> installation.call(method(closing), path(id(bob), closing), null, ann);
            Callable<Reply> removeAnn =
                    () ->
                            installation.callReplica(
                                    method(!closing), path(id(ann), !closing), null, bob);
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

    private static String method(boolean closing) {
        return closing ? "POST" : "DELETE";
    }

    /** Closing the account, or taking the role. */
    private static String path(String person, boolean closing) {
        return "/v1/people/" + person + (closing ? "/deactivate" : "/roles/admin");
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
