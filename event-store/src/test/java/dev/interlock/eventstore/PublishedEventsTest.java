package dev.interlock.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.eventstore.Tally.Close;
import dev.interlock.eventstore.Tally.Count;
import dev.interlock.eventstore.Tally.Notice;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishedEventsTest {

    private final TallyService service = TallyService.on(TestInfrastructure.freshDatabase());
    private final PublishedEvents events = service.get(PublishedEvents.class);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachEnvelopeNamesThePositionPublishedBeforeIt() {
        service.send(new Notice("apples"));
        service.send(new Count("apples", 1));
        service.send(new Notice("apples"));
        service.send(new Notice("apples"));
        service.send(new Close("apples", "sold"));
        service.send(new Notice("apples"));

        assertThat(events.after(0, 100))
                .extracting(EventEnvelope::position, EventEnvelope::previousPosition)
                .containsExactly(tuple(2, 0), tuple(5, 2));
        assertThat(events.after(0, 1)).extracting(EventEnvelope::position).containsExactly(2L);
        assertThat(events.after(2, 1)).extracting(EventEnvelope::position).containsExactly(5L);
        assertThat(events.after(4, 10))
                .extracting(EventEnvelope::previousPosition)
                .containsExactly(2L);
        assertThat(events.after(5, 10)).isEmpty();
        assertThat(events.head().position()).isEqualTo(5);
    }

    @Test
    void anEmptyStoreHasPublishedNothing() {
        service.send(new Notice("apples"));

        assertThat(events.after(0, 10)).isEmpty();
        assertThat(events.head().position()).isZero();
    }

    @Test
    void onTheWireTheDataIsAnObjectAndAbsentFieldsAreLeftOut() {
        service.send(new Close("apples", "sold"));
        StoredEvent stored = service.reader().after(0, 1).getFirst();

        String lines = service.get(InternalEventsController.class).after(0, 10);

        assertThat(lines)
                .isEqualTo(
                        """
                        {"source":"dr","position":1,"previous_position":0,"id":"%s",\
                        "type":"tally.closed","version":1,"subject":"apples","time":"%s",\
                        "correlation_id":"req-1","auth_type":"user","auth_id":"usr_ann",\
                        "actor_kind":"human","channel":"api","traceparent":"00-1-2-01",\
                        "chain_hash":"%s","data":{"reason": "sold"}}
                        """
                                .formatted(stored.id(), stored.time(), stored.hash()));
    }

    @Test
    void headAndVerificationAreServed() {
        service.send(new Close("apples", "sold"));
        InternalEventsController controller = service.get(InternalEventsController.class);

        assertThat(controller.head()).isEqualTo(service.reader().head());
        assertThat(controller.verify(0, "").intact()).isTrue();
        assertThat(controller.verify(1, "0".repeat(64)).brokenAt()).isEqualTo(1);
    }

    private static org.assertj.core.groups.Tuple tuple(long position, long previous) {
        return org.assertj.core.groups.Tuple.tuple(position, previous);
    }
}
