package dev.interlock.notification.write.readnotification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.notification.domain.Decision;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.events.NotificationRead;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadNotificationDecisionTest {

    private static final ReadNotification COMMAND = new ReadNotification("ntf_1", "ann");

    @Test
    void itsOwnerReadsItOnce() {
        assertThat(decide(new Notification.Unread("ann")))
                .isEqualTo(new Decision.Accepted(List.of(new NotificationRead("ntf_1", "ann"))));
        assertThat(decide(new Notification.Read("ann"))).isEqualTo(new Decision.Redundant());
    }

    @Test
    void nobodyElseLearnsThatItExists() {
        var unknown = decide(new Notification.Unknown());
        assertThat(unknown).isInstanceOf(Decision.Refused.class);
        assertThat(decide(new Notification.Unread("sue"))).isEqualTo(unknown);
        assertThat(decide(new Notification.Read("sue"))).isEqualTo(unknown);
    }

    private static Decision decide(Notification notification) {
        return ReadNotificationDecision.decide(notification, COMMAND);
    }
}
