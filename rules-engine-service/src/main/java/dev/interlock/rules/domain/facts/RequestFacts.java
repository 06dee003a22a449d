package dev.interlock.rules.domain.facts;

import java.util.List;

/**
 * A deployment request as its owner recorded it.
 *
 * @param everRejected true until it is revised: cancelling lifts no rejection
 * @param born position of its first event; a greater one is newer
 * @param countsFrom the oldest revision whose approvals count: that of the last hashed change
 * @param revisedAt the revision that revised a rejected one; 0 if none did. Only this lifts a veto
 * @param lastEditor who last made a hashed change
 */
public record RequestFacts(
        String id,
        long born,
        State state,
        boolean everRejected,
        int revision,
        int countsFrom,
        int revisedAt,
        String contentHash,
        String author,
        String lastEditor,
        List<Item> items,
        List<String> environments,
        List<Slot> slots) {

    public enum State {
        DRAFT,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED,
        REJECTED
    }

    public RequestFacts {
        items = List.copyOf(items);
        environments = List.copyOf(environments);
        slots = List.copyOf(slots);
    }

    public RequestFacts in(State next, boolean rejected) {
        return new RequestFacts(
                id,
                born,
                next,
                rejected,
                revision,
                countsFrom,
                revisedAt,
                contentHash,
                author,
                lastEditor,
                items,
                environments,
                slots);
    }
}
