package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request as its owner recorded it.
 *
 * @param everRejected true until it is revised: cancelling lifts no rejection
 * @param born position of its first event; a greater one is newer
 * @param hashes every content hash it had, oldest first
 * @param requestExpiresAt until when its required slots must be filled (exclusive); null = for ever
 * @param steps the required ones
 * @param revisedAt the revision that revised a rejected one; 0 if none did. Only this lifts a veto
 * @param lastEditor who last made a hashed change
 */
public record RequestFacts(
        String id,
        long born,
        State state,
        boolean everRejected,
        int revision,
        int revisedAt,
        List<SeenContents> hashes,
        String author,
        String lastEditor,
        List<Item> items,
        List<String> environments,
        List<Slot> slots,
        @Nullable Instant requestExpiresAt,
        List<Step> steps,
        Paperwork paperwork) {

    public enum State {
        DRAFT,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED,
        REJECTED,
        EXPIRED
    }

    public RequestFacts {
        items = List.copyOf(items);
        environments = List.copyOf(environments);
        slots = List.copyOf(slots);
        hashes = List.copyOf(hashes);
        steps = List.copyOf(steps);
    }

    public Digest contentHash() {
        return hashes.getLast().hash();
    }

    /** Did it have these contents at that revision? */
    public boolean had(Digest hash, int atRevision) {
        for (int i = hashes.size() - 1; i >= 0; i--) {
            var seen = hashes.get(i);
            if (seen.from() <= atRevision) {
                return seen.hash().equals(hash);
            }
        }
        return false;
    }

    /** Null if it has none of this id. */
    @Nullable Slot slot(String slotId) {
        for (var slot : slots) {
            if (slot.id().equals(slotId)) {
                return slot;
            }
        }
        return null;
    }

    /** All it had, and these from this revision on. */
    public List<SeenContents> hashesWith(int revision, Digest hash) {
        var all = new ArrayList<>(hashes);
        all.add(new SeenContents(revision, hash));
        return all;
    }

    /** What goes where. */
    public List<Place> places() {
        return items.stream()
                .flatMap(
                        item -> item.environments().stream().map(e -> new Place(item.product(), e)))
                .distinct()
                .toList();
    }

    /**
     * Products for which something is still to be done after their deployment, by some time. One
     * that is completed or cancelled owes nothing: whoever ended it has said so.
     */
    public Set<String> owing() {
        return isEnded()
                ? Set.of()
                : steps.stream()
                        .filter(Step::isOwed)
                        .flatMap(step -> items.stream().map(Item::product).filter(step::isAbout))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Is it not over, and does it ship the product? */
    public boolean mayOwe(String product) {
        return !isEnded() && items.stream().anyMatch(item -> item.product().equals(product));
    }

    private boolean isEnded() {
        return state == State.COMPLETED || state == State.CANCELLED;
    }

    /** A draft again, or cancelled; that lifts neither a rejection nor an expiry. */
    public RequestFacts givenUp(State next) {
        return state == State.EXPIRED ? this : in(next, everRejected);
    }

    public RequestFacts in(State next, boolean rejected) {
        return new RequestFacts(
                id,
                born,
                next,
                rejected,
                revision,
                revisedAt,
                hashes,
                author,
                lastEditor,
                items,
                environments,
                slots,
                requestExpiresAt,
                steps,
                paperwork);
    }

    public RequestFacts with(String step, boolean done) {
        return new RequestFacts(
                id,
                born,
                state,
                everRejected,
                revision,
                revisedAt,
                hashes,
                author,
                lastEditor,
                items,
                environments,
                slots,
                requestExpiresAt,
                steps.stream().map(s -> s.id().equals(step) ? s.done(done) : s).toList(),
                paperwork);
    }
}
