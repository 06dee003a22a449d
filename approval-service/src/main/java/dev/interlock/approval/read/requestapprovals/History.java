package dev.interlock.approval.read.requestapprovals;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalRevoked;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import dev.interlock.approval.events.StageOpened;
import dev.interlock.approval.read.requestapprovals.DecisionRecord.Withdrawal;
import dev.interlock.eventstore.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stream of one deployment request's decisions, with who and when. */
record History(List<Fact> facts) {

    record Fact(Occurrence occurrence, ApprovalEvent event) {}

    Approvals approvals() {
        return Approvals.from(facts.stream().map(Fact::event).toList());
    }

    List<String> people() {
        return facts.stream()
                .flatMap(
                        fact ->
                                switch (fact.event()) {
                                    case SlotApproved e -> people(e.person(), e.actingFor());
                                    case SlotRejected e -> people(e.person(), e.actingFor());
                                    case ApprovalWithdrawn _,
                                            ApprovalRevoked _,
                                            RequestFullyApproved _,
                                            StageOpened _ ->
                                            Stream.empty();
                                })
                .distinct()
                .toList();
    }

    List<DecisionRecord> decisions(
            RequestSnapshot request, Map<String, String> names, Instant now) {
        var approvals = approvals();
        var tally = Tally.of(approvals, request, now);
        var endings = endings();
        var decisions = new ArrayList<DecisionRecord>();
        for (var fact : facts) {
            switch (fact.event()) {
                case SlotApproved e -> {
                    var approval = approvals.approval(e.approval()).orElseThrow();
                    decisions.add(
                            approved(
                                    e,
                                    fact.occurrence(),
                                    names,
                                    tally.standingOf(approval),
                                    request.countsUntil(approval),
                                    endings.get(e.approval())));
                }
                case SlotRejected e -> {
                    boolean counts =
                            e.veto()
                                    ? e.revision() >= request.revisedAt()
                                    : request.isAboutThis(e.slot(), e.revision(), e.contentHash());
                    decisions.add(rejected(e, fact.occurrence(), names, counts));
                }
                case ApprovalWithdrawn _,
                        ApprovalRevoked _,
                        RequestFullyApproved _,
                        StageOpened _ -> {}
            }
        }
        return List.copyOf(decisions);
    }

    private static Stream<String> people(String person, @Nullable String actingFor) {
        return actingFor == null ? Stream.of(person) : Stream.of(person, actingFor);
    }

    private Map<String, Withdrawal> endings() {
        var endings = new HashMap<String, Withdrawal>();
        for (var fact : facts) {
            switch (fact.event()) {
                case ApprovalWithdrawn e ->
                        endings.putIfAbsent(e.approval(), ending(fact.occurrence(), e.reason()));
                case ApprovalRevoked e ->
                        endings.putIfAbsent(e.approval(), ending(fact.occurrence(), e.reason()));
                case SlotApproved _, SlotRejected _, RequestFullyApproved _, StageOpened _ -> {}
            }
        }
        return endings;
    }

    private static Withdrawal ending(Occurrence occurrence, @Nullable String reason) {
        return new Withdrawal(occurrence.metadata().authId(), reason, occurrence.time());
    }

    private static DecisionRecord approved(
            SlotApproved e,
            Occurrence at,
            Map<String, String> names,
            Standing standing,
            @Nullable Instant countsUntil,
            @Nullable Withdrawal ending) {
        boolean counts = standing == Standing.COUNTS;
        return new DecisionRecord(
                e.approval(),
                "approved",
                e.slot(),
                e.revision(),
                e.contentHash(),
                named(e.person(), names),
                e.actingFor() == null ? null : named(e.actingFor(), names),
                e.role(),
                e.roles(),
                e.groups() == null ? List.of() : e.groups(),
                e.comment(),
                at.time(),
                countsUntil,
                at.metadata().channel(),
                counts,
                counts ? null : standing.name().toLowerCase(Locale.ROOT),
                null,
                standing == Standing.REVOKED ? null : ending,
                standing == Standing.REVOKED ? ending : null);
    }

    private static DecisionRecord rejected(
            SlotRejected e, Occurrence at, Map<String, String> names, boolean counts) {
        return new DecisionRecord(
                e.rejection(),
                "rejected",
                e.slot(),
                e.revision(),
                e.contentHash(),
                named(e.person(), names),
                e.actingFor() == null ? null : named(e.actingFor(), names),
                e.role(),
                e.roles(),
                List.of(),
                e.comment(),
                at.time(),
                null,
                at.metadata().channel(),
                counts,
                counts ? null : "stale",
                e.veto(),
                null,
                null);
    }

    private static PersonName named(String person, Map<String, String> names) {
        return new PersonName(person, names.getOrDefault(person, person));
    }
}
