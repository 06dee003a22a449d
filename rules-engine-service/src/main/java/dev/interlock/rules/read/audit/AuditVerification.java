package dev.interlock.rules.read.audit;

import dev.interlock.rules.read.audit.OwnersChains.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the log's chains, and compares them with what the owners say of theirs. */
@Component
final class AuditVerification {

    /**
     * @param intact every row hashes to what it says and follows the row before it, and the chain
     *     ends where its head says
     * @param brokenAt first position that does not; null if intact
     * @param owner the owner's own answer; null if it did not answer
     * @param proven intact here, intact there, and both agree
     */
    record SourceReport(
            String source,
            long position,
            long rows,
            String chainHash,
            boolean intact,
            @Nullable Long brokenAt,
            @Nullable Chain owner,
            boolean proven) {}

    record Report(boolean proven, List<SourceReport> sources, List<String> cannotProve) {}

    private final AuditLog log;
    private final OwnersChains owners;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    AuditVerification(
            AuditLog log,
            OwnersChains owners,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.owners = owners;
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(1_000);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    Report verify() {
        var reports = new ArrayList<SourceReport>();
        for (var source : new TreeSet<>(log.heads().keySet())) {
            reports.add(report(source));
        }
        return new Report(
                reports.stream().allMatch(SourceReport::proven), reports, cannotProve(reports));
    }

    private SourceReport report(String source) {
        var walk = new ChainWalk();
        snapshot.executeWithoutResult(
                status -> {
                    jdbc.query(
                            "select * from audit_log where source = ? order by position",
                            walk::row,
                            source);
                    var head = log.heads().get(source);
                    if (head != null) {
                        walk.end(head);
                    }
                });
        var owner = owners.verify(source, walk.position(), walk.sourceHash());
        return new SourceReport(
                source,
                walk.position(),
                walk.rows(),
                walk.hash(),
                walk.brokenAt() == null,
                walk.brokenAt(),
                owner,
                walk.brokenAt() == null && owner != null && owner.intact());
    }

    private static List<String> cannotProve(List<SourceReport> reports) {
        var cannot = new ArrayList<String>();
        for (var report : reports) {
            if (report.owner() == null) {
                cannot.add(
                        "that the log agrees with the event store of %s: it did not answer"
                                .formatted(report.source()));
            }
        }
        cannot.add("that nothing was cut off behind the newest event on record here");
        cannot.add(
                "that log and event stores were not rewritten together by somebody who controls"
                        + " them all: that takes a copy of a chain's hash kept elsewhere, for"
                        + " example the ce_chainhash of any record on Kafka");
        return cannot;
    }
}
