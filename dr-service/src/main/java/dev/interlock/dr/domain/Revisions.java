package dev.interlock.dr.domain;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a deployment request's contents came to be what they are, as far as approvals must know.
 *
 * @param current counts edits; starts at 1
 * @param content the revision of the last hashed change
 * @param revisedAt the revision that last revised it after a rejection, 0 if none did: rejections
 *     of older ones no longer stand
 * @param slots per slot the oldest revision whose approvals count
 * @param hashes every content hash it had, oldest first
 */
public record Revisions(
        int current, int content, int revisedAt, Map<String, Integer> slots, List<Hash> hashes) {

    /**
     * @param from the first revision with these contents
     */
    public record Hash(int from, String contentHash) {}

    public Revisions {
        slots = Map.copyOf(slots);
        hashes = List.copyOf(hashes);
    }

    static Revisions first(int revision, String hash, Contents contents) {
        return new Revisions(
                revision, revision, 0, all(contents, revision), List.of(new Hash(revision, hash)));
    }

    /**
     * @param slotRevisions null = this revision for all after a hashed change, else as before
     */
    Revisions edited(
            int revision,
            String hash,
            Contents contents,
            boolean hashed,
            @Nullable Map<String, Integer> slotRevisions) {
        if (!hashed) {
            return new Revisions(revision, content, revisedAt, slots, hashes);
        }
        var all = new ArrayList<>(hashes);
        all.add(new Hash(revision, hash));
        return new Revisions(
                revision,
                revision,
                revisedAt,
                slotRevisions == null ? all(contents, revision) : slotRevisions,
                all);
    }

    Revisions revised(int revision, String hash, Contents contents) {
        var all = new ArrayList<>(hashes);
        all.add(new Hash(revision, hash));
        return new Revisions(revision, revision, revision, all(contents, revision), all);
    }

    private static Map<String, Integer> all(Contents contents, int revision) {
        var slots = new HashMap<String, Integer>();
        for (Slot slot : contents.slots()) {
            slots.put(slot.id(), revision);
        }
        return slots;
    }
}
