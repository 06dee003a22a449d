package dev.interlock.approval.read.tokens;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TokensApi {

    /**
     * @param lastUsedAt to the minute or so; null if never used
     */
    record Token(
            String id,
            String kind,
            String name,
            @Nullable String person,
            String actorKind,
            List<String> actions,
            List<String> products,
            List<String> environments,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    record Tokens(List<Token> tokens) {}

    private final JdbcClient jdbc;

    TokensApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All for who administers people, else one's own. */
    @GetMapping("/v1/tokens")
    Tokens list(Caller caller) {
        boolean all = caller.may(Permission.PEOPLE_WRITE);
        if (!all && caller.person() == null) {
            caller.require(Permission.PEOPLE_WRITE);
        }
        return new Tokens(
                jdbc.sql(
                                """
                                SELECT t.*, u.last_used_at
                                FROM token t LEFT JOIN token_use u ON u.token = t.token
                                WHERE :all OR t.person = :person
                                ORDER BY t.issued_at DESC, t.token
                                """)
                        .param("all", all)
                        .param("person", caller.person())
                        .query((r, _) -> token(r))
                        .list());
    }

    private static Token token(ResultSet r) throws SQLException {
        return new Token(
                r.getString("token"),
                r.getString("kind"),
                r.getString("name"),
                r.getString("person"),
                r.getString("actor_kind"),
                strings(r, "actions"),
                strings(r, "products"),
                strings(r, "environments"),
                r.getObject("issued_at", OffsetDateTime.class).toInstant(),
                instant(r, "expires_at"),
                instant(r, "revoked_at"),
                instant(r, "last_used_at"));
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        var time = r.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
