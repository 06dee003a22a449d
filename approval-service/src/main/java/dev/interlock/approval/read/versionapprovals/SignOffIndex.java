package dev.interlock.approval.read.versionapprovals;

import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.domain.VersionSignOffDirectory;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SignOffIndex implements InlineProjection, VersionSignOffDirectory {

    private final JdbcClient jdbc;

    SignOffIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "version_sign_offs";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof VersionSignOffEvent signOff) {
            switch (signOff) {
                case VersionApproved e -> add(e.approval(), e);
                case VersionRejected e -> add(e.rejection(), e);
                case VersionQuarantined e -> add(e.quarantine(), e);
                case VersionApprovalRevoked _,
                        VersionRejectionRevoked _,
                        VersionQuarantineEnded _ -> {}
            }
        }
    }

    private void add(String id, VersionSignOffEvent event) {
        jdbc.sql("INSERT INTO version_sign_off (id, product, version) VALUES (?, ?, ?)")
                .params(id, event.product(), event.version())
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM version_sign_off").update();
    }

    @Override
    public Optional<VersionName> versionOf(String id) {
        return jdbc.sql("SELECT product, version FROM version_sign_off WHERE id = ?")
                .params(id)
                .query((r, _) -> new VersionName(r.getString(1), r.getString(2)))
                .optional();
    }
}
