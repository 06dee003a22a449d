package dev.interlock.dr.automation.whenleaseendedthenpresumefailed;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LapsedLeases {

    record Lapsed(String deployment, String product, String environment) {}

    private final JdbcClient jdbc;

    LapsedLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that run as far as is known, the longest silent first. */
    List<Lapsed> at(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id, product, environment FROM deployment
                        WHERE status = 'started' AND lease_until <= ? ORDER BY lease_until LIMIT ?
                        """)
                .params(now.atOffset(UTC), atMost)
                .query((r, _) -> new Lapsed(r.getString(1), r.getString(2), r.getString(3)))
                .list();
    }
}
