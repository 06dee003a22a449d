package dev.interlock.notification.facts;

import java.util.List;
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
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            @Nullable Integer stage,
            @Nullable String environment,
            @Nullable Boolean optional) {

        /** Is this slot filled only after the other one? */
        public boolean waitsFor(Slot other) {
            return !Boolean.TRUE.equals(other.optional)
                    && stageOf(other) < stageOf(this)
                    && (environment == null
                            || other.environment == null
                            || environment.equals(other.environment));
        }

        private static int stageOf(Slot slot) {
            return slot.stage == null ? 1 : slot.stage;
        }
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
