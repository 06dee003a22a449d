package dev.interlock.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.notification.events.NotificationEvent;
import org.junit.jupiter.api.Test;

class NotificationEventContractTest {

    @Test
    void everyEventHasAStoredName() {
        assertThat(NotificationEventCatalogue.create().eventClasses())
                .containsExactlyInAnyOrder(NotificationEvent.class.getPermittedSubclasses());
    }
}
