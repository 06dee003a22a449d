package dev.interlock.eventstore;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stream of a service as others see it: only events its {@link Publication} lets out. */
public final class PublishedEvents {

    private static final int PAGE = 500;

    private final EventReader reader;
    private final Publication publication;

    PublishedEvents(EventReader reader, Publication publication) {
        this.reader = reader;
        this.publication = publication;
    }

    /** Published events above {@code position}, in order; empty if there are none yet. */
    public List<EventEnvelope> after(long position, int limit) {
        List<EventEnvelope> envelopes = new ArrayList<>();
        long read = position;
        long previous = -1;
        while (envelopes.isEmpty()) {
            List<StoredEvent> page = reader.after(read, limit);
            for (StoredEvent event : page) {
                Optional<Publication.Published> published = publication.of(event);
                if (published.isPresent()) {
                    previous = previous < 0 ? newest(position).position() : previous;
                    envelopes.add(envelope(event, previous, published.get()));
                    previous = event.position();
                }
                read = event.position();
            }
            if (page.size() < limit) {
                return envelopes;
            }
        }
        return envelopes;
    }

    /** The newest published event: who has it has heard all there is to hear. */
    public Head head() {
        return newest(Long.MAX_VALUE);
    }

    private Head newest(long atMost) {
        long position = atMost;
        int limit = 1;
        while (true) {
            List<StoredEvent> page = reader.downFrom(position, limit);
            for (StoredEvent event : page) {
                if (publication.of(event).isPresent()) {
                    return new Head(reader.source(), event.position(), event.hash());
                }
                position = event.position() - 1;
            }
            if (page.size() < limit) {
                return new Head(reader.source(), 0, HashChain.START);
            }
            limit = PAGE;
        }
    }

    private EventEnvelope envelope(
            StoredEvent event, long previous, Publication.Published published) {
        EventMetadata by = event.by();
        return new EventEnvelope(
                reader.source(),
                event.position(),
                previous,
                event.id(),
                published.type(),
                published.version(),
                published.subject(),
                event.time(),
                by.correlationId(),
                by.causationId(),
                by.authType(),
                by.authId(),
                by.actorKind(),
                by.channel(),
                by.onBehalfOf(),
                by.traceparent(),
                event.hash(),
                published.data());
    }
}
