package dev.interlock.approval.read.requestapprovals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slot as it stands: {@code approved} of {@code needed}.
 *
 * @param missing how many distinct persons are still to approve
 * @param whoCan who can approve now; nobody is listed once it is full
 */
record SlotStatus(
        String id,
        String type,
        @Nullable String environment,
        boolean optional,
        boolean veto,
        int needed,
        int approved,
        int missing,
        WhoCan whoCan) {

    /**
     * @param people those who are neither barred by separation of duties nor filling a slot already
     */
    record WhoCan(List<String> roles, List<PersonName> people) {}
}
