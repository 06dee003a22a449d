package dev.interlock.approval.read.versionapprovals;

import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.approval.http.VersionFields;
import dev.interlock.approval.read.versionapprovals.VersionHistory.Fact;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.EventReader;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the stream itself: nothing to rebuild, nothing to lag behind. */
@RestController
final class VersionApprovalsApi {

    /**
     * @param state {@code open}, {@code rejected} or {@code quarantined}
     * @param quarantinedUntil the end of the last quarantine that stands; null if none does
     * @param standing what holds now, oldest first
     * @param history every decision, oldest first
     */
    record VersionRecord(
            String product,
            String version,
            String state,
            @Nullable Instant quarantinedUntil,
            List<SignOffRecord> standing,
            List<SignOffRecord> history) {}

    private final EventReader events;
    private final Signatories signatories;
    private final Clock clock;

    VersionApprovalsApi(EventReader events, Signatories signatories, Clock clock) {
        this.events = events;
        this.signatories = signatories;
        this.clock = clock;
    }

    @GetMapping("/v1/version-approvals")
    VersionRecord get(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String version,
            Caller caller) {
        caller.require(Permission.READ);
        var violations = new Violations();
        var name = new VersionFields(violations).name("?", product, version);
        violations.throwIfAny();
        var history = history(name);
        var records = history.records(signatories.named(history.signatories()), clock.instant());
        var standing = records.stream().filter(SignOffRecord::stands).toList();
        var until =
                standing.stream()
                        .flatMap(r -> Stream.ofNullable(r.until()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        boolean rejected = standing.stream().anyMatch(r -> r.decision().equals("rejected"));
        return new VersionRecord(
                name.product(),
                name.version(),
                rejected ? "rejected" : until != null ? "quarantined" : "open",
                until,
                standing,
                records);
    }

    private VersionHistory history(VersionName name) {
        return new VersionHistory(
                events.ofEntity(VersionSignOffEvent.ENTITY, name.id()).stream()
                        .map(
                                stored ->
                                        new Fact(
                                                stored.occurrence(),
                                                (VersionSignOffEvent) events.decode(stored)))
                        .toList());
    }
}
