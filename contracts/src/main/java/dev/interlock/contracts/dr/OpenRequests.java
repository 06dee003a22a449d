package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.List;

/**
 * Answer of {@code GET /internal/deployment-requests/open}: those in progress, so that whoever
 * remembers their views asks again only for what changed.
 */
public record OpenRequests(List<Open> requests) {

    /**
     * @param sequence of its newest event: the same as long as nothing happened to it
     * @param since when it was last activated or edited
     */
    public record Open(String id, long sequence, Instant since) {}
}
