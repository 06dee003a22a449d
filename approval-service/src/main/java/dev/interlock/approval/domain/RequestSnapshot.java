package dev.interlock.approval.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request as its owner told it when the command came in. It may have changed since;
 * that is harmless, because every decision stores the revision and hash it was about.
 *
 * @param contentRevision the revision of the last hashed change
 * @param revisedAt the revision that last revised it after a rejection; 0 if none did
 * @param author opaque id of who created it
 * @param lastEditor opaque id of who last made a hashed change
 * @param places each product with each environment it goes to
 * @param builders the persons who built a version of it, by opaque id
 * @param hashes every content hash it had, oldest first
 * @param requestExpiresAt from then on it is expired if a required slot is unanswered; null = never
 */
public record RequestSnapshot(
        String id,
        String title,
        String state,
        int revision,
        int contentRevision,
        int revisedAt,
        String contentHash,
        String author,
        String lastEditor,
        Set<String> builders,
        List<Slot> slots,
        List<Target> targets,
        List<Hash> hashes,
        @Nullable Instant requestExpiresAt,
        List<Place> places) {

    public static final String IN_PROGRESS = "in_progress";
    public static final String DRAFT = "draft";
    public static final String EXPIRED = "expired";
    private static final String PRODUCTION = "production";

    /**
     * @param from the first revision with these contents
     */
    public record Hash(int from, String contentHash) {}

    /**
     * @param roles who may fill it; empty = the roles of its type
     * @param min how many distinct persons must approve; at least 1
     * @param environment only needed for this target; null = for all
     * @param stage asked only when the required slots of all lower stages are filled; from 1
     * @param requiredMembers ids of groups of which a member must be among the approvers
     * @param stillEligible an approver must be eligible at the gate too
     * @param approvalValidFor how long an approval counts from when it was given, half-open; null =
     *     for ever
     * @param countsFrom the oldest revision whose approvals count here
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            int min,
            @Nullable String environment,
            boolean optional,
            boolean veto,
            int stage,
            List<String> requiredMembers,
            boolean stillEligible,
            @Nullable Duration approvalValidFor,
            int countsFrom) {

        /** Is there a target that both are for? */
        public boolean meets(Slot other) {
            return environment == null
                    || other.environment == null
                    || environment.equals(other.environment);
        }
    }

    /**
     * @param separation whether duties are separated there; null = where the type is production
     */
    public record Target(String environment, String type, @Nullable Boolean separation) {

        /** As is usual for the type. */
        public Target(String environment, String type) {
            this(environment, type, null);
        }

        boolean separatesDuties() {
            return separation == null ? type.equals(PRODUCTION) : separation;
        }
    }

    public boolean open() {
        return state.equals(IN_PROGRESS);
    }

    public Optional<Slot> slot(String id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    /** What goes where of that a decision on this slot is about. */
    public List<Place> placesOf(Slot slot) {
        return places.stream()
                .filter(
                        place ->
                                slot.environment() == null
                                        || slot.environment().equals(place.environment()))
                .toList();
    }

    public List<String> slotIds() {
        return slots.stream().map(Slot::id).toList();
    }

    /**
     * Was it said about contents that the slot still stands for? Stale is final: a slot's count
     * starts afresh with the change, also when another change undoes that one.
     */
    public boolean isAboutThis(String slot, int saidAtRevision, String saidAboutHash) {
        return slot(slot).filter(s -> saidAtRevision >= s.countsFrom()).isPresent()
                && had(saidAboutHash, saidAtRevision);
    }

    private boolean had(String hash, int atRevision) {
        return hashes.reversed().stream()
                .filter(seen -> seen.from() <= atRevision)
                .findFirst()
                .filter(seen -> seen.contentHash().equals(hash))
                .isPresent();
    }

    boolean isTooOld(Approvals.Approval approval, Instant now) {
        var end = countsUntil(approval);
        return end != null && !now.isBefore(end);
    }

    /** From then on the approval is too old; null = never. */
    public @Nullable Instant countsUntil(Approvals.Approval approval) {
        return slot(approval.slot())
                .map(Slot::approvalValidFor)
                .map(approval.at()::plus)
                .orElse(null);
    }

    /**
     * Must the approver of this slot be independent? An unscoped slot takes the strictest of all
     * targets; a slot scoped to a target that is not listed is taken for production.
     */
    public boolean separatesDuties(Slot slot) {
        if (slot.environment() == null) {
            return targets.isEmpty() || targets.stream().anyMatch(Target::separatesDuties);
        }
        return targets.stream()
                .filter(target -> target.environment().equals(slot.environment()))
                .findFirst()
                .map(Target::separatesDuties)
                .orElse(true);
    }

    /**
     * {@code author}, {@code last_editor} or {@code version_builder}; null if the person is none of
     * them.
     */
    public @Nullable String relationOf(String person) {
        if (person.equals(author)) {
            return "author";
        }
        if (person.equals(lastEditor)) {
            return "last_editor";
        }
        return builders.contains(person) ? "version_builder" : null;
    }

    /**
     * The first relation that bars from the slot; null if none does. Where duties are separated all
     * relations do; and nowhere does anybody act for the author, or the author for anybody.
     *
     * @param persons who decides, and who is stood for
     */
    public @Nullable String barrier(Slot slot, Collection<String> persons) {
        boolean separated = separatesDuties(slot);
        for (var person : persons) {
            var relation = relationOf(person);
            if (relation != null && (separated || (persons.size() > 1 && person.equals(author)))) {
                return relation;
            }
        }
        return null;
    }
}
