package dev.interlock.rules.read.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's tables. Rows are only ever appended, each source in its own order. */
@Component
public final class AuditLog {

    /** How far a source is on record, and the chain's hash there. */
    public record Head(long position, String hash) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditLog(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Creates the source's head if this is the first time. */
    public long position(String source) {
        jdbc.sql("insert into audit_head values (?, 0, ?) on conflict do nothing")
                .params(source, AuditChain.START)
                .update();
        return jdbc.sql("select position from audit_head where source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    public Map<String, Head> heads() {
        return heads("");
    }

    /** Replicas take turns by the head's lock; a row on record already changes nothing. */
    public void append(AuditRecord record) {
        transaction.executeWithoutResult(
                status -> {
                    // a lost tail is read again from the owners: no need to wait for the disk
                    jdbc.sql("set local synchronous_commit = off").update();
                    var head =
                            jdbc.sql(
                                            "select position, hash from audit_head where source = ?"
                                                    + " for update")
                                    .param(record.source())
                                    .query(Head.class)
                                    .single();
                    if (record.position() > head.position()) {
                        insert(record, head);
                    }
                });
    }

    private void insert(AuditRecord r, Head head) {
        var hash = AuditChain.next(head.hash(), r.position(), r.envelope());
        jdbc.sql(
                        "insert into audit_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?)")
                .param(r.source())
                .param(r.position())
                .param(r.previousPosition())
                .param(r.eventId())
                .param(r.type())
                .param(r.version())
                .param(r.subject())
                .param(OffsetDateTime.ofInstant(r.time(), ZoneOffset.UTC))
                .param(r.authType())
                .param(r.actor())
                .param(r.actorKind())
                .param(r.channel())
                .param(r.onBehalfOf())
                .param(r.correlationId())
                .param(r.causationId())
                .param(r.sourceHash())
                .param(r.envelope())
                .param(head.hash())
                .param(hash)
                .update();
        jdbc.sql("update audit_head set position = ?, hash = ? where source = ?")
                .params(r.position(), hash, r.source())
                .update();
    }

    /** Heads that stand still until the transaction ends. */
    Map<String, Head> lockedHeads() {
        return heads(" for update");
    }

    private Map<String, Head> heads(String lock) {
        var heads = new HashMap<String, Head>();
        jdbc.sql("select source, position, hash from audit_head order by source" + lock)
                .query(
                        (row, index) ->
                                heads.put(
                                        row.getString(1),
                                        new Head(row.getLong(2), row.getString(3))))
                .list();
        return heads;
    }
}
