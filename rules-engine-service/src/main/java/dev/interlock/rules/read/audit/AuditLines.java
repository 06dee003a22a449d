package dev.interlock.rules.read.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log as its owners wrote it, one event a line. */
@Component
public final class AuditLines {

    private final JdbcClient jdbc;

    AuditLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
