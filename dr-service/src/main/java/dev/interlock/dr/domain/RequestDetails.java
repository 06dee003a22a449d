package dev.interlock.dr.domain;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestRevised;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment request says, in whatever state it is.
 *
 * @param lastEditor who last made a hashed change
 * @param revision counts edits; starts at 1
 * @param contentRevision the revision of the last hashed change: approvals given before it are
 *     stale for good
 * @param revisedAt the revision that last revised it after a rejection, 0 if none did: rejections
 *     of older ones no longer stand
 */
public record RequestDetails(
        String id,
        String title,
        @Nullable String description,
        String author,
        String lastEditor,
        int revision,
        int contentRevision,
        int revisedAt,
        String contentHash,
        Contents contents,
        Instant draftedAt) {

    static RequestDetails of(RequestDrafted e) {
        return new RequestDetails(
                e.dr(),
                e.title(),
                e.description(),
                e.author(),
                e.author(),
                e.revision(),
                e.revision(),
                0,
                e.contentHash(),
                e.contents(),
                e.draftedAt());
    }

    RequestDetails edited(RequestEdited e) {
        return new RequestDetails(
                id,
                e.title(),
                e.description(),
                author,
                e.hashedChange() ? e.editor() : lastEditor,
                e.revision(),
                e.hashedChange() ? e.revision() : contentRevision,
                revisedAt,
                e.contentHash(),
                e.contents(),
                draftedAt);
    }

    RequestDetails revised(RequestRevised e) {
        return new RequestDetails(
                id,
                title,
                description,
                author,
                lastEditor,
                e.revision(),
                e.revision(),
                e.revision(),
                contentHash,
                contents,
                draftedAt);
    }
}
