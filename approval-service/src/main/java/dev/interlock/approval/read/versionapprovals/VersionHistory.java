package dev.interlock.approval.read.versionapprovals;

import dev.interlock.approval.domain.VersionSignOffs;
import dev.interlock.approval.events.VersionApprovalRevoked;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionQuarantineEnded;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionRejectionRevoked;
import dev.interlock.approval.events.VersionSignOffEvent;
import dev.interlock.approval.read.versionapprovals.SignOffRecord.By;
import dev.interlock.approval.read.versionapprovals.SignOffRecord.Ended;
import dev.interlock.eventstore.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stream of one version's sign-offs, with who and when. */
record VersionHistory(List<Fact> facts) {

    record Fact(Occurrence occurrence, VersionSignOffEvent event) {}

    VersionSignOffs signOffs() {
        return VersionSignOffs.from(facts.stream().map(Fact::event).toList());
    }

    /** Everybody who decided or took something back. */
    Set<String> signatories() {
        return facts.stream()
                .flatMap(
                        fact ->
                                Stream.concat(
                                        Stream.of(fact.occurrence().metadata().authId()),
                                        switch (fact.event()) {
                                            case VersionApproved e -> Stream.of(e.by());
                                            case VersionRejected e -> Stream.of(e.person());
                                            case VersionQuarantined e -> Stream.of(e.person());
                                            case VersionApprovalRevoked _,
                                                    VersionRejectionRevoked _,
                                                    VersionQuarantineEnded _ ->
                                                    Stream.empty();
                                        }))
                .collect(Collectors.toSet());
    }

    /** Oldest first. */
    List<SignOffRecord> records(Map<String, By> names, Instant now) {
        var state = signOffs();
        var ends = ends(names);
        var records = new ArrayList<SignOffRecord>();
        for (var fact : facts) {
            var at = fact.occurrence();
            switch (fact.event()) {
                case VersionApproved e ->
                        records.add(
                                approved(
                                        e,
                                        at,
                                        named(names, e.by()),
                                        state.approval(e.approval()).orElseThrow().standsAt(now),
                                        ends.get(e.approval())));
                case VersionRejected e ->
                        records.add(
                                rejected(e, at, named(names, e.person()), ends.get(e.rejection())));
                case VersionQuarantined e ->
                        records.add(
                                quarantined(
                                        e,
                                        at,
                                        named(names, e.person()),
                                        now,
                                        ends.get(e.quarantine())));
                case VersionApprovalRevoked _,
                        VersionRejectionRevoked _,
                        VersionQuarantineEnded _ -> {}
            }
        }
        return List.copyOf(records);
    }

    private Map<String, Ended> ends(Map<String, By> names) {
        var ends = new HashMap<String, Ended>();
        for (var fact : facts) {
            var at = fact.occurrence();
            var by = named(names, at.metadata().authId());
            switch (fact.event()) {
                case VersionApprovalRevoked e ->
                        ends.put(e.approval(), new Ended(by, e.reason(), at.time()));
                case VersionRejectionRevoked e ->
                        ends.put(e.rejection(), new Ended(by, e.reason(), at.time()));
                case VersionQuarantineEnded e ->
                        ends.put(e.quarantine(), new Ended(by, e.reason(), at.time()));
                case VersionApproved _, VersionRejected _, VersionQuarantined _ -> {}
            }
        }
        return ends;
    }

    private static SignOffRecord approved(
            VersionApproved e, Occurrence at, By by, boolean stands, @Nullable Ended ended) {
        return new SignOffRecord(
                e.approval(),
                "approved",
                e.type(),
                e.environment(),
                e.digest(),
                by,
                e.machine(),
                e.role(),
                e.roles(),
                e.comment(),
                e.evidence(),
                e.validUntil(),
                null,
                at.time(),
                at.metadata().channel(),
                stands,
                stands ? null : ended == null ? "expired" : "revoked",
                ended);
    }

    private static SignOffRecord rejected(
            VersionRejected e, Occurrence at, By by, @Nullable Ended ended) {
        return new SignOffRecord(
                e.rejection(),
                "rejected",
                e.type(),
                null,
                null,
                by,
                false,
                e.role(),
                e.roles(),
                e.reason(),
                e.evidence(),
                null,
                null,
                at.time(),
                at.metadata().channel(),
                ended == null,
                ended == null ? null : "revoked",
                ended);
    }

    private static SignOffRecord quarantined(
            VersionQuarantined e, Occurrence at, By by, Instant now, @Nullable Ended ended) {
        boolean stands = ended == null && now.isBefore(e.until());
        return new SignOffRecord(
                e.quarantine(),
                "quarantined",
                null,
                null,
                null,
                by,
                false,
                e.role(),
                e.roles(),
                e.reason(),
                List.of(),
                null,
                e.until(),
                at.time(),
                at.metadata().channel(),
                stands,
                stands ? null : ended == null ? "expired" : "ended",
                ended);
    }

    private static By named(Map<String, By> names, String id) {
        return names.getOrDefault(id, new By(id, id));
    }
}
