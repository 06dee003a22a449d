package dev.interlock.rules.read.audit;

import dev.interlock.rules.read.audit.AuditLog.Head;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the log anew beside the live one and puts it in its place, at the same positions. Not for
 * two at a time.
 */
@Component
public final class AuditRebuild {

    /** Supplies a source's events after one position up to another, in batches. */
    @FunctionalInterface
    public interface Reading {
        void read(String source, long after, long upTo, Writing into);
    }

    @FunctionalInterface
    public interface Writing {
        void write(List<AuditRecord> batch);
    }

    /** The chains' ends by source, of the log that was and of the one that is. */
    public record Replaced(long rows, Map<String, Head> before, Map<String, Head> after) {}

    private final AuditLog log;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;

    AuditRebuild(
            AuditLog log,
            JdbcClient jdbc,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Replaced rebuild(Reading owners) {
        jdbc.sql("drop table if exists audit_rebuild").update();
        jdbc.sql("create table audit_rebuild (like audit_log including all)").update();
        var rebuilt = new HashMap<String, Head>();
        log.heads()
                .forEach(
                        (source, head) -> {
                            rebuilt.put(source, new Head(0, AuditChain.START));
                            copy(owners, source, head.position(), rebuilt);
                        });
        // what came meanwhile, while nobody appends
        var before = transaction.execute(status -> putInPlace(owners, rebuilt));
        if (before == null) {
            throw new IllegalStateException("the transaction gave no result");
        }
        long rows = jdbc.sql("select count(*) from audit_log").query(Long.class).single();
        return new Replaced(rows, before, Map.copyOf(rebuilt));
    }

    private Map<String, Head> putInPlace(Reading owners, Map<String, Head> rebuilt) {
        var live = log.lockedHeads();
        live.forEach((source, head) -> copy(owners, source, head.position(), rebuilt));
        rebuilt.forEach(
                (source, head) ->
                        jdbc.sql("update audit_head set hash = ? where source = ?")
                                .params(head.hash(), source)
                                .update());
        jdbc.sql("alter table audit_log rename to audit_old").update();
        jdbc.sql("alter table audit_rebuild rename to audit_log").update();
        jdbc.sql("select audit_define_views()").query((row, index) -> 0).list();
        jdbc.sql("drop table audit_old").update();
        return live;
    }

    private void copy(Reading owners, String source, long upTo, Map<String, Head> rebuilt) {
        var head = rebuilt.getOrDefault(source, new Head(0, AuditChain.START));
        if (head.position() >= upTo) {
            return;
        }
        owners.read(
                source,
                head.position(),
                upTo,
                batch -> rebuilt.merge(source, copyIn(batch, rebuilt.get(source)), (o, n) -> n));
        var reached = rebuilt.getOrDefault(source, head).position();
        if (reached != upTo) {
            throw new IllegalStateException(
                    "%s: the owner has %d (expected: %d)".formatted(source, reached, upTo));
        }
    }

    private Head copyIn(List<AuditRecord> batch, @org.jspecify.annotations.Nullable Head previous) {
        var head = previous == null ? new Head(0, AuditChain.START) : previous;
        var rows = new StringBuilder(batch.size() * 1024);
        for (var record : batch) {
            var hash = AuditChain.next(head.hash(), record.position(), record.envelope());
            CopyText.append(rows, record, head.hash(), hash);
            head = new Head(record.position(), hash);
        }
        var connection = DataSourceUtils.getConnection(database);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy audit_rebuild from stdin", new StringReader(rows.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("copying the audit log failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        return head;
    }
}
