package dev.interlock.approval.read.tokens;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** Tokens that are revoked stay in the list: whatever a page ended with is found again. */
    private static final String NEWEST_FIRST =
            """
            SELECT t.*, u.last_used_at
            FROM token t LEFT JOIN token_use u ON u.token = t.token
            WHERE (:all OR t.person = :person)
              AND (:after = '' OR (t.issued_at, t.token) < (
                    SELECT issued_at, token FROM token WHERE token = :after))
            ORDER BY t.issued_at DESC, t.token DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;

    TokensApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All for who administers people, else one's own; the newest first. */
    @GetMapping("/v1/tokens")
    ResponseEntity<Page<Token>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        boolean all = caller.may(Permission.PEOPLE_WRITE);
        if (!all && caller.person() == null) {
            caller.require(Permission.PEOPLE_WRITE);
        }
        var window = Page.Names.of("tokens", limit, cursor);
        return Page.answer(
                jdbc.sql(NEWEST_FIRST)
                        .param("all", all)
                        .param("person", caller.person())
                        .param("after", window.after())
                        .param("limit", window.limit() + 1)
                        .query((r, _) -> token(r))
                        .list(),
                window,
                Token::id);
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
