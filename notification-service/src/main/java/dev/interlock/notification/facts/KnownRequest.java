package dev.interlock.notification.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request, as far as notifications need it.
 *
 * @param askedBy the event since which approvers are asked; null while nobody is
 * @param askedAs the kind of the notification that asks them; null while nobody is
 */
public record KnownRequest(
        String dr,
        String title,
        String author,
        int revision,
        List<Slot> slots,
        @Nullable String askedBy,
        @Nullable String askedAs) {

    /**
     * @param roles who may fill it; empty = the roles of the type
     */
    public record Slot(String id, String type, List<String> roles) {}
}
