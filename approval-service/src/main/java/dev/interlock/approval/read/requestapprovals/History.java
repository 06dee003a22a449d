package dev.interlock.approval.read.requestapprovals;

import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.domain.Tally;
import dev.interlock.approval.domain.Tally.Standing;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.approval.events.ApprovalWithdrawn;
import dev.interlock.approval.events.RequestFullyApproved;
import dev.interlock.approval.events.SlotApproved;
import dev.interlock.approval.events.SlotRejected;
import dev.interlock.approval.read.requestapprovals.DecisionRecord.Withdrawal;
import dev.interlock.eventstore.Occurrence;
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
                                    case SlotApproved e -> Stream.of(e.person());
                                    case SlotRejected e -> Stream.of(e.person());
                                    case ApprovalWithdrawn _, RequestFullyApproved _ ->
                                            Stream.empty();
                                })
                .distinct()
                .toList();
    }

    List<DecisionRecord> decisions(RequestSnapshot request, Map<String, String> names) {
        var approvals = approvals();
        var tally = Tally.of(approvals, request);
        var withdrawals = withdrawals();
        var decisions = new ArrayList<DecisionRecord>();
        for (var fact : facts) {
            switch (fact.event()) {
                case SlotApproved e -> {
                    var standing = tally.standingOf(approvals.approval(e.approval()).orElseThrow());
                    var withdrawal = withdrawals.get(e.approval());
                    decisions.add(approved(e, fact.occurrence(), names, standing, withdrawal));
                }
                case SlotRejected e -> {
                    boolean counts =
                            e.veto()
                                    ? e.revision() >= request.revisedAt()
                                    : request.isAboutThis(e.slot(), e.revision(), e.contentHash());
                    decisions.add(rejected(e, fact.occurrence(), names, counts));
                }
                case ApprovalWithdrawn _, RequestFullyApproved _ -> {}
            }
        }
        return List.copyOf(decisions);
    }

    private Map<String, Withdrawal> withdrawals() {
        var withdrawals = new HashMap<String, Withdrawal>();
        for (var fact : facts) {
            if (fact.event() instanceof ApprovalWithdrawn e) {
                withdrawals.put(
                        e.approval(),
                        new Withdrawal(
                                fact.occurrence().metadata().authId(),
                                e.reason(),
                                fact.occurrence().time()));
            }
        }
        return withdrawals;
    }

    private static DecisionRecord approved(
            SlotApproved e,
            Occurrence at,
            Map<String, String> names,
            Standing standing,
            @Nullable Withdrawal withdrawal) {
        boolean counts = standing == Standing.COUNTS;
        return new DecisionRecord(
                e.approval(),
                "approved",
                e.slot(),
                e.revision(),
                e.contentHash(),
                named(e.person(), names),
                e.role(),
                e.roles(),
                e.comment(),
                at.time(),
                at.metadata().channel(),
                counts,
                counts ? null : standing.name().toLowerCase(Locale.ROOT),
                null,
                withdrawal);
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
                e.role(),
                e.roles(),
                e.comment(),
                at.time(),
                at.metadata().channel(),
                counts,
                counts ? null : "stale",
                e.veto(),
                null);
    }

    private static PersonName named(String person, Map<String, String> names) {
        return new PersonName(person, names.getOrDefault(person, person));
    }
}
