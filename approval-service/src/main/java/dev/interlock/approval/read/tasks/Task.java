package dev.interlock.approval.read.tasks;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A slot that somebody can decide on now.
 *
 * @param revision the one to decide on
 * @param since when it could first be decided on as it is
 * @param actingFor id of who is stood for; null = in the person's own name
 */
record Task(
        String dr,
        String title,
        String slot,
        String type,
        @Nullable String environment,
        int stage,
        int revision,
        Instant since,
        @Nullable String actingFor,
        Links links) {

    /** Oldest first; no two tasks of a person are equal in it. */
    static final Comparator<Task> OLDEST_FIRST =
            Comparator.comparing(Task::since)
                    .thenComparing(Task::dr)
                    .thenComparing(Task::slot)
                    .thenComparing(task -> task.actingFor() == null ? "" : task.actingFor());

    /**
     * Paths below the installation's public address.
     *
     * @param page where to review it
     * @param api where to POST an approval
     */
    record Links(String page, String api) {

        static Links of(String dr) {
            return new Links(
                    "/manage/deployment-requests?view=" + dr,
                    "/v1/deployment-requests/" + dr + "/approvals");
        }
    }
}
