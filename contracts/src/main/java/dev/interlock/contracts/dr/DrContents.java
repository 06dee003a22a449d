package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What approvals bind to: exactly the fields that go into the content hash. */
public record DrContents(List<Item> items, List<String> environments, List<Slot> slots) {

    /**
     * @param environments the targets this item goes to; empty = all of the deployment request's
     * @param orderGroup group n+1 waits until all of group n runs in the environment; starts at 1
     */
    public record Item(String product, String version, List<String> environments, int orderGroup) {}

    /**
     * @param id unique within the deployment request
     * @param type an approval type's id, for example {@code qa}
     * @param roles who may fill it; empty = the roles of the type
     * @param min how many distinct persons must approve; at least 1
     * @param environment only needed for this target; null = for all
     * @param optional true = asked, but not required
     * @param veto true = a rejection here rejects the deployment request
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
