package dev.interlock.notification.facts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request, as far as notifications need it.
 *
 * @param opened slots of later stages that approvers may fill by now
 * @param askedBy the event since which approvers are asked; null while nobody is
 * @param askedAs the kind of the notification that asks them; null while nobody is
 */
public record KnownRequest(
        String dr,
        String title,
        String author,
        int revision,
        List<Slot> slots,
        Set<String> opened,
        @Nullable String askedBy,
        @Nullable String askedAs) {

    /**
     * @param roles who may fill it; empty = the roles of the type
     * @param stage null = 1
     * @param environment null = for all targets
     * @param optional null = false
     * @param countsFrom the oldest revision whose approvals count; null = 1
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            @Nullable Integer stage,
            @Nullable String environment,
            @Nullable Boolean optional,
            @Nullable Integer countsFrom) {

        /** Is this slot filled only after the other one? */
        public boolean waitsFor(Slot other) {
            return !Boolean.TRUE.equals(other.optional)
                    && stageOf(other) < stageOf(this)
                    && (environment == null
                            || other.environment == null
                            || environment.equals(other.environment));
        }

        /** The same, but only approvals of this revision or a later one count. */
        public Slot countingFrom(int revision) {
            return new Slot(id, type, roles, stage, environment, optional, revision);
        }

        /** Do approvals of this revision count? */
        boolean counts(int revision) {
            return countsFrom == null || revision >= countsFrom;
        }

        private static int stageOf(Slot slot) {
            return slot.stage == null ? 1 : slot.stage;
        }
    }

    /** The same with other slots. */
    public KnownRequest with(List<Slot> other) {
        return new KnownRequest(dr, title, author, revision, other, opened, askedBy, askedAs);
    }

    /** Of a slot, the oldest revision whose approvals count. */
    public int countsFrom(String slot) {
        return slots.stream()
                .filter(s -> s.id().equals(slot))
                .map(Slot::countsFrom)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(1);
    }

    /** The slots that somebody can act on: those of the first stage, and those opened since. */
    public List<Slot> actionable() {
        return slots.stream()
                .filter(
                        slot ->
                                opened.contains(slot.id())
                                        || slots.stream().noneMatch(slot::waitsFor))
                .toList();
    }

    /** Those of these slots that approvals of a revision open, as the contents are now. */
    public Set<String> openedBy(int approved, Collection<String> ids) {
        return slots.stream()
                .filter(slot -> ids.contains(slot.id()))
                .filter(
                        slot ->
                                slots.stream()
                                        .filter(slot::waitsFor)
                                        .allMatch(earlier -> earlier.counts(approved)))
                .map(Slot::id)
                .collect(toUnmodifiableSet());
    }

    /** The same, with approvers asked for these slots only, because of this event. */
    public KnownRequest askingFor(Set<String> ids, String event, String kind) {
        return new KnownRequest(
                dr,
                title,
                author,
                revision,
                slots.stream().filter(slot -> ids.contains(slot.id())).toList(),
                ids,
                event,
                kind);
    }
}
