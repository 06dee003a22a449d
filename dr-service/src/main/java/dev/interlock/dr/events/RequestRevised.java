package dev.interlock.dr.events;

/**
 * A rejected request became a draft again. What was decided on older revisions no longer counts,
 * neither approvals nor the rejection.
 *
 * @param reviser opaque id of who revised it
 */
public record RequestRevised(String dr, String reviser, int revision, String contentHash)
        implements RequestEvent {}
