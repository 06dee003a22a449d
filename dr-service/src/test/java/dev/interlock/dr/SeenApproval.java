package dev.interlock.dr;

import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.domain.Revisions;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Item;
import dev.interlock.dr.events.Contents.Slot;
import dev.interlock.dr.events.Origin;
import java.util.List;
import java.util.Optional;

/**
 * An approval in the eyes of whoever gave it: it means what was there to see for its slot then.
 * Says on its own, without revisions, whether that is still what is to happen.
 */
final class SeenApproval {

    private final String slot;
    private final int revision;
    private final String contentHash;
    private final Optional<String> seen;
    private boolean untouched = true;

    SeenApproval(String slot, RequestDetails details) {
        this.slot = slot;
        this.revision = details.revision();
        this.contentHash = details.contentHash();
        this.seen = concerning(slot, details);
    }

    /** Once touched it stays so: undoing the change revives nothing. */
    void changed(RequestDetails details, boolean revised) {
        untouched = untouched && !revised && concerning(slot, details).equals(seen);
    }

    boolean untouched() {
        return untouched;
    }

    /** By the rule that approval-service and the gate count by. */
    boolean counts(Revisions revisions) {
        var from = revisions.slots().get(slot);
        return from != null
                && revision >= from
                && revisions.hashes().stream()
                        .filter(hash -> hash.from() <= revision)
                        .reduce((_, last) -> last)
                        .filter(hash -> hash.contentHash().equals(contentHash))
                        .isPresent();
    }

    private static Optional<String> concerning(String id, RequestDetails details) {
        var contents = details.contents();
        return contents.slots().stream()
                .filter(slot -> slot.id().equals(id))
                .findFirst()
                .map(
                        slot ->
                                details.origin().contentsPolicy().equals(Origin.INVALIDATE_AFFECTED)
                                        ? ContentHash.of(within(slot, contents))
                                        : ContentHash.of(contents));
    }

    /** The contents without what happens elsewhere; all of them for a slot that has no place. */
    private static Contents within(Slot slot, Contents contents) {
        var place = slot.environment();
        if (place == null) {
            return contents;
        }
        var here = List.of(place);
        boolean target = contents.environments().contains(place);
        return new Contents(
                contents.items().stream()
                        .filter(
                                item ->
                                        item.environments().isEmpty()
                                                ? target
                                                : item.environments().contains(place))
                        .map(i -> new Item(i.product(), i.version(), here, i.orderGroup()))
                        .toList(),
                target ? here : List.of(),
                List.of(slot),
                contents.allSteps().stream()
                        .filter(s -> s.environment() == null || s.environment().equals(place))
                        .toList());
    }

    @Override
    public String toString() {
        return "approval of %s at revision %d".formatted(slot, revision);
    }
}
