package dev.interlock.approval.eligibility;

import dev.interlock.approval.domain.Delegation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told to decide for whom, as of the newest commit; the times are judged by the domain. */
@Component
public class Delegations {

    private static final String COLUMNS =
            """
            SELECT delegation, delegator, delegate, starts_at, ends_at, environments, products,
                   types, ended_at
            FROM delegation
            """;

    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All from one person to another, oldest first. */
    public List<Delegation.Given> from(String delegator, String delegate) {
        return jdbc.sql(COLUMNS + "WHERE delegator = ? AND delegate = ? ORDER BY position")
                .params(delegator, delegate)
                .query((r, _) -> given(r))
                .list();
    }

    /** All to this person, oldest first. */
    public List<Delegation.Given> to(String delegate) {
        return jdbc.sql(COLUMNS + "WHERE delegate = ? ORDER BY position")
                .param(delegate)
                .query((r, _) -> given(r))
                .list();
    }

    private static Delegation.Given given(ResultSet r) throws SQLException {
        return new Delegation.Given(
                r.getString("delegation"),
                r.getString("delegator"),
                r.getString("delegate"),
                r.getObject("starts_at", OffsetDateTime.class).toInstant(),
                r.getObject("ends_at", OffsetDateTime.class).toInstant(),
                strings(r, "environments"),
                strings(r, "products"),
                strings(r, "types"),
                instant(r, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        var time = r.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }
}
