package dev.interlock.notification.facts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Outcomes that were heard before the deployment request they are about: there is no common order
 * between sources.
 */
@Component
public class EarlyOutcomes {

    private final JdbcClient database;

    EarlyOutcomes(JdbcClient database) {
        this.database = database;
    }

    public void keep(Outcome outcome) {
        database.sql(
                        """
                        insert into early_outcome (event_id, dr, kind, text) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(outcome.eventId(), outcome.dr(), outcome.kind(), outcome.text())
                .update();
    }

    public List<Outcome> take(String dr) {
        return database.sql(
                        "delete from early_outcome where dr = ? returning event_id, dr, kind, text")
                .param(dr)
                .query(Outcome.class)
                .list();
    }
}
