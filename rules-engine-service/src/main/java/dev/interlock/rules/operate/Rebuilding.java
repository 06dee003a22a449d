package dev.interlock.rules.operate;

import java.util.Map;

/** Makes the projections anew from the owners' event stores, beside the live ones. */
public interface Rebuilding {

    /**
     * @param positions at which the worlds were exchanged; what their hashes are about
     * @param same both hashes of the world, and the ends of all chains of the audit log, agree
     */
    record Rebuilt(
            boolean same,
            String stateHashBefore,
            String stateHashAfter,
            Map<String, Long> positions,
            AuditRebuilt audit,
            long tookMillis) {}

    /**
     * @param chainHashBefore by source
     */
    record AuditRebuilt(
            boolean same,
            long rows,
            Map<String, Long> positions,
            Map<String, String> chainHashBefore,
            Map<String, String> chainHashAfter) {}

    /**
     * @throws dev.interlock.edge.Problem 409 while another runs, 503 if an owner does not answer;
     *     nothing is exchanged then
     */
    Rebuilt rebuild();
}
