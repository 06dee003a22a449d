package dev.interlock.approval.read.identity;

import dev.interlock.contracts.identity.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a token stands for, as of the newest commit. */
@Component
class Identities {

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hash lower-case hex SHA-256 of the token
     * @return empty if unknown, revoked or expired: the caller learns no more than that
     */
    Optional<Identity> of(String hash, Instant now) {
        return jdbc.sql(
                        """
                        SELECT t.token, t.name, t.person, p.name AS person_name, t.actor_kind,
                               t.actions, t.products, t.environments,
                               array(SELECT role FROM person_role r WHERE r.person = t.person
                                     ORDER BY role) AS roles
                        FROM token t LEFT JOIN person p ON p.person = t.person
                        WHERE t.hash = ? AND t.revoked_at IS NULL
                          AND (t.expires_at IS NULL OR t.expires_at > ?)
                          AND (t.person IS NULL OR p.person IS NOT NULL)
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((r, _) -> identity(r))
                .optional();
    }

    private static Identity identity(ResultSet r) throws SQLException {
        var token = r.getString("token");
        var actorKind = r.getString("actor_kind");
        var person = r.getString("person");
        var products = strings(r, "products");
        var environments = strings(r, "environments");
        if (person == null) {
            return new Identity(
                    token,
                    "service_key",
                    actorKind,
                    null,
                    token,
                    r.getString("name"),
                    Set.of(),
                    RolePermissions.limited(
                            RolePermissions.ofActions(strings(r, "actions")), actorKind),
                    products,
                    environments);
        }
        var roles = new LinkedHashSet<>(strings(r, "roles"));
        return new Identity(
                person,
                "user",
                actorKind,
                person,
                token,
                r.getString("person_name"),
                roles,
                RolePermissions.limited(RolePermissions.ofRoles(roles), actorKind),
                products,
                environments);
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
