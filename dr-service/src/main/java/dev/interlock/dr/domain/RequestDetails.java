package dev.interlock.dr.domain;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import dev.interlock.dr.events.RequestDrafted;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestRevised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment request says, in whatever state it is.
 *
 * @param lastEditor who last made a hashed change
 * @param supersededBy newer deployment requests that take its place, in the order they were heard
 *     of
 * @param asked approvers were asked since it was drafted, or revised after a rejection
 */
public record RequestDetails(
        String id,
        String title,
        @Nullable String description,
        String author,
        String lastEditor,
        Revisions revisions,
        String contentHash,
        Contents contents,
        Notes notes,
        Origin origin,
        StepsDone stepsDone,
        boolean asked,
        List<String> supersededBy,
        Instant draftedAt) {

    public RequestDetails {
        supersededBy = List.copyOf(supersededBy);
    }

    static RequestDetails of(RequestDrafted e) {
        return new RequestDetails(
                e.dr(),
                e.title(),
                e.description(),
                e.author(),
                e.author(),
                Revisions.first(e.revision(), e.contentHash(), e.contents()),
                e.contentHash(),
                e.contents(),
                requireNonNullElse(e.notes(), Notes.NONE),
                requireNonNullElse(e.origin(), Origin.PLAIN),
                StepsDone.NONE,
                false,
                List.of(),
                e.draftedAt());
    }

    /** Counts edits; starts at 1. */
    public int revision() {
        return revisions.current();
    }

    /** The revision of the last hashed change. */
    public int contentRevision() {
        return revisions.content();
    }

    /** The revision that last revised it after a rejection, 0 if none did. */
    public int revisedAt() {
        return revisions.revisedAt();
    }

    RequestDetails edited(RequestEdited e) {
        return new RequestDetails(
                id,
                e.title(),
                e.description(),
                author,
                e.hashedChange() ? e.editor() : lastEditor,
                revisions.edited(
                        e.revision(),
                        e.contentHash(),
                        e.contents(),
                        e.hashedChange(),
                        e.slotRevisions()),
                e.contentHash(),
                e.contents(),
                requireNonNullElse(e.notes(), Notes.NONE),
                origin,
                stepsDone.edited(contents, e.contents()),
                asked,
                supersededBy,
                draftedAt);
    }

    RequestDetails revised(RequestRevised e) {
        return new RequestDetails(
                id,
                title,
                description,
                author,
                lastEditor,
                revisions.revised(e.revision(), contentHash, contents),
                contentHash,
                contents,
                notes,
                origin,
                stepsDone,
                false,
                supersededBy,
                draftedAt);
    }

    RequestDetails with(StepsDone done) {
        return new RequestDetails(
                id,
                title,
                description,
                author,
                lastEditor,
                revisions,
                contentHash,
                contents,
                notes,
                origin,
                done,
                asked,
                supersededBy,
                draftedAt);
    }

    RequestDetails activated() {
        return new RequestDetails(
                id,
                title,
                description,
                author,
                lastEditor,
                revisions,
                contentHash,
                contents,
                notes,
                origin,
                stepsDone,
                true,
                supersededBy,
                draftedAt);
    }

    RequestDetails supersededBy(String newer) {
        var all = new ArrayList<>(supersededBy);
        all.add(newer);
        return new RequestDetails(
                id,
                title,
                description,
                author,
                lastEditor,
                revisions,
                contentHash,
                contents,
                notes,
                origin,
                stepsDone,
                asked,
                all,
                draftedAt);
    }

    /** The last begun of those that take its place; null if none does. */
    public @Nullable String newestSuperseding() {
        return supersededBy.stream()
                .max(Comparator.comparingLong(RequestDetails::number))
                .orElse(null);
    }

    private static long number(String dr) {
        return Long.parseLong(dr.substring(dr.indexOf('-') + 1));
    }

    /**
     * Has the time passed that its approvers had? Then nobody changes what they were asked for, nor
     * until when: an expired one would be revived by it.
     */
    public boolean answerTimePassed(Instant now) {
        return asked && hasNoTimeLeft(now);
    }

    /** Whoever were asked from now on could not answer in time. */
    public boolean hasNoTimeLeft(Instant now) {
        var end = notes.requestExpiresAt();
        return end != null && !now.isBefore(end);
    }
}
