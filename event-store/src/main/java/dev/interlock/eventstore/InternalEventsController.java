package dev.interlock.eventstore;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Head;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The service's own stream of events, for those who rebuild from it. */
@RestController
@RequestMapping("/internal/events")
final class InternalEventsController {

    private static final int MOST = 10_000;

    private final PublishedEvents events;
    private final EventReader reader;

    InternalEventsController(PublishedEvents events, EventReader reader) {
        this.events = events;
        this.reader = reader;
    }

    /** One {@link EventEnvelope} a line, in position order. */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    String after(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        StringBuilder lines = new StringBuilder();
        for (EventEnvelope envelope : events.after(after, Math.clamp(limit, 1, MOST))) {
            lines.append(EventJson.write(envelope)).append('\n');
        }
        return lines.toString();
    }

    @GetMapping(path = "/head", produces = MediaType.APPLICATION_JSON_VALUE)
    Head head() {
        return events.head();
    }

    /**
     * @param position of a head remembered elsewhere; 0 for none
     * @param hash the hash at that position; needed with a position
     */
    @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    ChainVerification verify(
            @RequestParam(defaultValue = "0") long position,
            @RequestParam(defaultValue = "") String hash) {
        return reader.verify(new Head(reader.source(), position, hash));
    }
}
