package dev.interlock.dr.kafka;

import dev.interlock.dr.events.DrEvent;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.Publication;
import dev.interlock.eventstore.StoredEvent;
import dev.interlock.eventstream.MessageJson;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that happens here is told, under the id of its entity. */
@Component
class PublishDrEvents implements Publication {

    private static final int VERSION = 1;

    private final EventCatalogue catalogue;
    private final MessageJson json = new MessageJson();

    PublishDrEvents(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Published> of(StoredEvent stored) {
        if (!catalogue.knows(stored)) {
            return Optional.empty();
        }
        var named = DrMessages.of((DrEvent) catalogue.decode(stored));
        return Optional.of(
                new Published(
                        named.type(), VERSION, stored.entityId(), json.write(named.message())));
    }
}
