package dev.interlock.notification;

import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.events.NotificationEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the slices stand on. */
@Configuration(proxyBeanMethods = false)
class NotificationServiceModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return NotificationEventCatalogue.create();
    }

    @Bean
    Entities<Notification, NotificationEvent> notifications(EntityStore store) {
        return store.entities("notification", new Notification.Unknown(), Notification::evolve);
    }
}
