package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /internal/deployment-requests/{id}}: the deployment request as it is in the
 * event store now.
 *
 * @param state {@code draft}, {@code in_progress}, {@code completed}, {@code cancelled}, {@code
 *     rejected} or {@code expired}
 * @param revision counts edits; starts at 1
 * @param contentRevision the revision of the last hashed change; an approval counts while it was
 *     given for this revision or a later one, for the same content hash
 * @param revisedAt the revision that last revised it after a rejection, 0 if none did; rejections
 *     of older ones no longer stand
 * @param contentHash lower-case hex SHA-256 over the canonical JSON of the contents
 * @param author opaque id of the person or key who created it
 * @param lastEditor opaque id of who last made a hashed change
 * @param builders who built its versions, as their builds were reported
 * @param environments the targets with their types
 * @param slotRevisions per slot the oldest revision whose approvals count
 * @param hashes every content hash it had, oldest first, each from the revision it came with
 * @param requestExpiresAt until when its required slots must be filled (exclusive); null = for ever
 * @param position position of its newest event
 */
public record DeploymentRequestView(
        String id,
        String title,
        String state,
        int revision,
        int contentRevision,
        int revisedAt,
        String contentHash,
        String author,
        String lastEditor,
        List<Builder> builders,
        DrContents contents,
        List<Target> environments,
        Map<String, Integer> slotRevisions,
        List<Hash> hashes,
        @Nullable Instant requestExpiresAt,
        long position) {

    /**
     * @param from the first revision with these contents
     */
    public record Hash(int from, String contentHash) {}

    /**
     * @param type {@code development}, {@code test}, {@code staging} or {@code production}
     * @param separationOfDuties whether it applies there; null = where the type is production
     */
    public record Target(String name, String type, @Nullable Boolean separationOfDuties) {

        /** As is usual for the type. */
        public Target(String name, String type) {
            this(name, type, null);
        }
    }

    /**
     * @param id a person's opaque id, or what the CI calls who started the build; null if not said
     * @param email as reported; null if not said
     */
    public record Builder(@Nullable String id, @Nullable String email) {}
}
