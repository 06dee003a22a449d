package dev.interlock.approval.read.versionapprovals;

import dev.interlock.approval.read.versionapprovals.SignOffRecord.By;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people and service keys are called, for display. */
@Component
class Signatories {

    private final JdbcClient jdbc;

    Signatories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever is unknown is called by the id. */
    Map<String, By> named(Collection<String> ids) {
        var named = new HashMap<String, By>();
        ids.forEach(id -> named.put(id, new By(id, id)));
        jdbc.sql(
                        """
                        SELECT person AS id, name FROM person WHERE person = ANY (:ids)
                        UNION ALL
                        SELECT token, name FROM token WHERE token = ANY (:ids)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((r, _) -> new By(r.getString("id"), r.getString("name")))
                .list()
                .forEach(by -> named.put(by.id(), by));
        return named;
    }
}
