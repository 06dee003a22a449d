package dev.interlock.rules.read.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log as its owners wrote it, one event a line. */
@Component
public final class AuditLines {

    private final JdbcClient jdbc;

    AuditLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest attempt to start a deployment that was decided by this decision. */
    public Optional<String> attempt(String decision) {
        return jdbc.sql(
                        """
                        select envelope from audit_log
                        where type in ('deployment.started', 'deployment.preflight_failed')
                          and audit_decision(envelope) = ?
                        order by position desc limit 1
                        """)
                .param(decision)
                .query(String.class)
                .optional();
    }

    /**
     * In the owner's order.
     *
     * @param after only what comes behind this position
     */
    public List<String> read(String source, long after, int limit) {
        return jdbc.sql(
                        "select envelope from audit_log where source = ? and position > ?"
                                + " order by position limit ?")
                .params(source, after, limit)
                .query(String.class)
                .list();
    }
}
