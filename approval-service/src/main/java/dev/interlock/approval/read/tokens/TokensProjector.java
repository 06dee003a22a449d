package dev.interlock.approval.read.tokens;

import dev.interlock.approval.events.TokenEvent;
import dev.interlock.approval.events.TokenIssued;
import dev.interlock.approval.events.TokenRevoked;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TokensProjector implements InlineProjection {

    private final JdbcClient jdbc;

    TokensProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof TokenEvent tokenEvent) {
            switch (tokenEvent) {
                case TokenIssued issued -> insert(issued, occurrence);
                case TokenRevoked(var token) ->
                        jdbc.sql("UPDATE token SET revoked_at = ? WHERE token = ?")
                                .param(utc(occurrence.time()))
                                .param(token)
                                .update();
            }
        }
    }

    private void insert(TokenIssued issued, Occurrence occurrence) {
        jdbc.sql(
                        """
                        INSERT INTO token (token, hash, kind, name, person, actor_kind, actions,
                                           products, environments, issued_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(issued.token())
                .param(issued.hash())
                .param(issued.kind())
                .param(issued.name())
                .param(issued.person())
                .param(issued.actorKind())
                .param(issued.actions().toArray(String[]::new))
                .param(issued.products().toArray(String[]::new))
                .param(issued.environments().toArray(String[]::new))
                .param(utc(occurrence.time()))
                .param(utc(issued.expiresAt()))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Leaves the times of use: they are no events and cannot be rebuilt. */
    @Override
    public void clear() {
        jdbc.sql("DELETE FROM token").update();
    }
}
