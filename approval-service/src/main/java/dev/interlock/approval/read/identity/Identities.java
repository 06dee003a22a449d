package dev.interlock.approval.read.identity;

import dev.interlock.approval.read.identity.Grants.Held;
import dev.interlock.approval.read.identity.Grants.Limits;
import dev.interlock.contracts.identity.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a token stands for, as of the newest commit. */
@Component
class Identities {

    private record Known(
            String token,
            String name,
            @Nullable String person,
            @Nullable String personName,
            String actorKind,
            Limits limits) {}

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hash lower-case hex SHA-256 of the token
     * @return empty if unknown, revoked or expired, or if its person cannot sign in: the caller
     *     learns no more than that
     */
    Optional<Identity> of(String hash, Instant now) {
        return jdbc.sql(
                        """
                        SELECT t.token, t.name, t.person, p.name AS person_name, t.actor_kind,
                               t.actions, t.products, t.environments
                        FROM token t LEFT JOIN person p ON p.person = t.person
                        WHERE t.hash = ? AND t.revoked_at IS NULL
                          AND (t.expires_at IS NULL OR t.expires_at > ?)
                          AND (t.person IS NULL
                               OR (p.person IS NOT NULL AND p.deactivated_at IS NULL))
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((r, _) -> known(r))
                .optional()
                .map(this::identity);
    }

    private Identity identity(Known token) {
        if (token.person() == null) {
            return machine(token);
        }
        var held = held(token.person());
        var grants = Grants.ofPerson(held, token.limits(), token.actorKind());
        return new Identity(
                token.person(),
                "user",
                token.actorKind(),
                token.person(),
                token.token(),
                token.personName() == null ? "" : token.personName(),
                held.stream().map(Held::role).collect(Collectors.toUnmodifiableSet()),
                Grants.permissions(grants),
                token.limits().products(),
                token.limits().environments(),
                grants);
    }

    private static Identity machine(Known token) {
        var grants = Grants.ofMachine(token.limits(), token.actorKind());
        return new Identity(
                token.token(),
                "service_key",
                token.actorKind(),
                null,
                token.token(),
                token.name(),
                Set.of(),
                Grants.permissions(grants),
                token.limits().products(),
                token.limits().environments(),
                grants);
    }

    private List<Held> held(String person) {
        return jdbc.sql(
                        "SELECT role, products, environments FROM person_role WHERE person = ?"
                                + " ORDER BY grant_id")
                .param(person)
                .query(
                        (r, _) ->
                                new Held(
                                        r.getString("role"),
                                        strings(r, "products"),
                                        strings(r, "environments")))
                .list();
    }

    private static Known known(ResultSet r) throws SQLException {
        return new Known(
                r.getString("token"),
                r.getString("name"),
                r.getString("person"),
                r.getString("person_name"),
                r.getString("actor_kind"),
                new Limits(
                        strings(r, "actions"), strings(r, "products"), strings(r, "environments")));
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
