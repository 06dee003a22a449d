package dev.interlock.contracts.dr;

import java.util.List;

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
 * @param environments the targets with their types
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
        DrContents contents,
        List<Target> environments,
        long position) {

    /**
     * @param type {@code development}, {@code test}, {@code staging} or {@code production}
     */
    public record Target(String name, String type) {}
}
