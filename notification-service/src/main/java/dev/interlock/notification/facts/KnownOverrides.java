package dev.interlock.notification.facts;

import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Overrides, as the rules engine told of them. */
@Component
public class KnownOverrides {

    private final JdbcClient database;

    KnownOverrides(JdbcClient database) {
        this.database = database;
    }

    public void requested(OverrideRequestedV1 m) {
        database.sql(
                        """
                        insert into known_override
                            (id, product, version, environment, reason, incident_url, requested_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        m.override(),
                        m.product(),
                        m.version(),
                        m.environment(),
                        m.reason(),
                        m.incidentUrl(),
                        m.by())
                .update();
    }

    public void confirmed(OverrideConfirmedV1 m) {
        database.sql("update known_override set confirmed_by = ? where id = ?")
                .params(m.by(), m.override())
                .update();
    }

    public Optional<KnownOverride> find(String id) {
        return database.sql(
                        """
                        select id as override, product, version, environment, reason, incident_url,
                               requested_by, confirmed_by
                        from known_override where id = ?
                        """)
                .param(id)
                .query(KnownOverride.class)
                .optional();
    }
}
