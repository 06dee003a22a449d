package dev.interlock.notification.kafka;

import dev.interlock.contracts.notification.NotificationQueuedV1;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.Publication;
import dev.interlock.eventstore.StoredEvent;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.notification.events.NotificationEvent;
import dev.interlock.notification.events.NotificationQueued;
import dev.interlock.notification.events.NotificationRead;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** That somebody was told is told; when they read it is their own business. */
@Component
class PublishNotificationEvents implements Publication {

    private final EventCatalogue catalogue;
    private final MessageJson json = new MessageJson();

    PublishNotificationEvents(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Published> of(StoredEvent stored) {
        if (!catalogue.knows(stored)) {
            return Optional.empty();
        }
        return switch ((NotificationEvent) catalogue.decode(stored)) {
            case NotificationQueued e ->
                    Optional.of(
                            new Published(
                                    "notification.queued",
                                    1,
                                    e.notificationId(),
                                    json.write(
                                            new NotificationQueuedV1(
                                                    e.notificationId(),
                                                    e.person(),
                                                    e.kind(),
                                                    e.subject(),
                                                    e.because()))));
            case NotificationRead e -> Optional.empty();
        };
    }
}
