package dev.interlock.approval.domain;

import dev.interlock.approval.domain.RequestSnapshot.Hash;
import dev.interlock.approval.domain.RequestSnapshot.Slot;
import dev.interlock.approval.domain.RequestSnapshot.Target;
import dev.interlock.approval.events.SlotApproved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deployment requests and decisions on them, named for what matters in a test. */
public final class Requests {

    public static final String AUTHOR = "usr_author";
    public static final String EDITOR = "usr_editor";
    public static final String BUILDER = "usr_builder";
    public static final String HASH = "aa";

    /** When everything in a test happens that says nothing else. */
    public static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

    private Requests() {}

    public static Slot slot(String type) {
        return slot(type, 1, null, false, true);
    }

    public static Slot slotOf(String type, int min) {
        return slot(type, min, null, false, true);
    }

    public static Slot optionalSlot(String type) {
        return slot(type, 1, null, true, true);
    }

    public static Slot withoutVeto(String type) {
        return slot(type, 1, null, false, false);
    }

    public static Slot slotFor(String type, @Nullable String environment) {
        return slot(type, 1, environment, false, true);
    }

    private static Slot slot(
            String type, int min, @Nullable String environment, boolean optional, boolean veto) {
        return new Slot(
                type,
                type,
                List.of(),
                min,
                environment,
                optional,
                veto,
                1,
                List.of(),
                false,
                null,
                1);
    }

    private static List<Slot> countingFrom(int revision, List<Slot> slots) {
        return slots.stream()
                .map(
                        s ->
                                new Slot(
                                        s.id(),
                                        s.type(),
                                        s.roles(),
                                        s.min(),
                                        s.environment(),
                                        s.optional(),
                                        s.veto(),
                                        s.stage(),
                                        s.requiredMembers(),
                                        s.stillEligible(),
                                        s.approvalValidFor(),
                                        revision))
                .toList();
    }

    private static List<Hash> with(List<Hash> hashes, int revision, String hash) {
        var all = new ArrayList<>(hashes);
        all.add(new Hash(revision, hash));
        return all;
    }

    /** To production, revision 1, in progress. */
    public static RequestSnapshot toProduction(Slot... slots) {
        return new RequestSnapshot(
                "DR-1",
                "Release",
                RequestSnapshot.IN_PROGRESS,
                1,
                1,
                0,
                HASH,
                AUTHOR,
                EDITOR,
                Set.of(BUILDER),
                List.of(slots),
                List.of(new Target("production", "production")),
                List.of(new Hash(1, HASH)),
                null,
                List.of(new Place("api", "production")));
    }

    public static RequestSnapshot to(String environment, String type, Slot... slots) {
        return with(toProduction(slots), List.of(new Target(environment, type)));
    }

    public static RequestSnapshot with(RequestSnapshot r, List<Target> targets) {
        return new RequestSnapshot(
                r.id(),
                r.title(),
                r.state(),
                r.revision(),
                r.contentRevision(),
                r.revisedAt(),
                r.contentHash(),
                r.author(),
                r.lastEditor(),
                r.builders(),
                r.slots(),
                targets,
                r.hashes(),
                r.requestExpiresAt(),
                places(targets));
    }

    private static List<Place> places(List<Target> targets) {
        return targets.stream().map(target -> new Place("api", target.environment())).toList();
    }

    public static RequestSnapshot inState(RequestSnapshot r, String state) {
        return new RequestSnapshot(
                r.id(),
                r.title(),
                state,
                r.revision(),
                r.contentRevision(),
                r.revisedAt(),
                r.contentHash(),
                r.author(),
                r.lastEditor(),
                r.builders(),
                r.slots(),
                r.targets(),
                r.hashes(),
                r.requestExpiresAt(),
                r.places());
    }

    /** The next revision, with other contents. */
    public static RequestSnapshot edited(RequestSnapshot r, String hash) {
        return revised(r, r.revision() + 1, r.revision() + 1, hash);
    }

    /** The next revision, with another title. */
    public static RequestSnapshot retitled(RequestSnapshot r) {
        return revised(r, r.revision() + 1, r.contentRevision(), r.contentHash());
    }

    /** The next revision, with all decisions on older ones cleared. */
    public static RequestSnapshot revised(RequestSnapshot r) {
        int next = r.revision() + 1;
        return new RequestSnapshot(
                r.id(),
                r.title(),
                r.state(),
                next,
                next,
                next,
                r.contentHash(),
                r.author(),
                r.lastEditor(),
                r.builders(),
                countingFrom(next, r.slots()),
                r.targets(),
                with(r.hashes(), next, r.contentHash()),
                r.requestExpiresAt(),
                r.places());
    }

    private static RequestSnapshot revised(
            RequestSnapshot r, int revision, int contentRevision, String hash) {
        return new RequestSnapshot(
                r.id(),
                r.title(),
                r.state(),
                revision,
                contentRevision,
                r.revisedAt(),
                hash,
                r.author(),
                r.lastEditor(),
                r.builders(),
                countingFrom(contentRevision, r.slots()),
                r.targets(),
                with(r.hashes(), revision, hash),
                r.requestExpiresAt(),
                r.places());
    }

    public static SlotApproved approved(
            String approval, String slot, String person, RequestSnapshot request) {
        return new SlotApproved(
                approval,
                request.id(),
                slot,
                request.revision(),
                request.contentHash(),
                person,
                slot,
                List.of(slot),
                false,
                null,
                null,
                null,
                NOW);
    }

    /** As {@link #slot}, with other terms; it counts approvals from revision 1. */
    public static Slot slotWith(
            String type,
            int min,
            int stage,
            List<String> requiredMembers,
            @Nullable Duration approvalValidFor) {
        return new Slot(
                type,
                type,
                List.of(),
                min,
                null,
                false,
                true,
                stage,
                requiredMembers,
                false,
                approvalValidFor,
                1);
    }

    public static RequestSnapshot expiringAt(RequestSnapshot r, Instant end) {
        return new RequestSnapshot(
                r.id(),
                r.title(),
                r.state(),
                r.revision(),
                r.contentRevision(),
                r.revisedAt(),
                r.contentHash(),
                r.author(),
                r.lastEditor(),
                r.builders(),
                r.slots(),
                r.targets(),
                r.hashes(),
                end,
                r.places());
    }

    /** By a member of the groups, for somebody else or null, at a time. */
    public static SlotApproved approved(
            String approval,
            String slot,
            String person,
            RequestSnapshot request,
            List<String> groups,
            @Nullable String actingFor,
            Instant at) {
        return new SlotApproved(
                approval,
                request.id(),
                slot,
                request.revision(),
                request.contentHash(),
                person,
                slot,
                List.of(slot),
                false,
                null,
                groups,
                actingFor,
                at);
    }
}
