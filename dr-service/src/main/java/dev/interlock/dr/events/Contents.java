package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What approvals bind to: exactly the fields that go into the content hash. */
public record Contents(List<Item> items, List<String> environments, List<Slot> slots) {

    /**
     * @param environments the targets this item goes to; empty = all of the deployment request's
     * @param orderGroup starts at 1
     */
    public record Item(String product, String version, List<String> environments, int orderGroup) {}

    /**
     * @param roles who may fill it; empty = the roles of the type
     * @param min how many distinct persons must approve; at least 1
     * @param environment only needed for this target; null = for all
     */
    public record Slot(
            String id,
            String type,
            List<String> roles,
            int min,
            @Nullable String environment,
            boolean optional,
            boolean veto) {}
}
