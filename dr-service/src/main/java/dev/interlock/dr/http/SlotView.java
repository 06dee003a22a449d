package dev.interlock.dr.http;

import dev.interlock.dr.events.Contents.Slot;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An approval slot as the API shows it, defaults included. */
public record SlotView(
        String id,
        String type,
        List<String> roles,
        int min,
        int stage,
        @Nullable String environment,
        boolean optional,
        boolean veto,
        List<String> requiredMembers,
        boolean stillEligible,
        @Nullable Duration approvalValidFor,
        boolean locked) {

    public static SlotView of(Slot slot) {
        var terms = slot.termsOrUsual();
        return new SlotView(
                slot.id(),
                slot.type(),
                slot.roles(),
                slot.min(),
                terms.stage(),
                slot.environment(),
                slot.optional(),
                slot.veto(),
                terms.requiredMembers(),
                terms.stillEligible(),
                terms.approvalValidFor(),
                terms.locked());
    }
}
