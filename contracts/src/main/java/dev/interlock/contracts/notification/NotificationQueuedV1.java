package dev.interlock.contracts.notification;

/**
 * {@code notification.queued}: something was put into a person's inbox.
 *
 * @param kind for example {@code approval_requested}
 * @param subject the entity it is about, for example {@code DR-142}
 * @param because id of the event that caused it
 */
public record NotificationQueuedV1(
        String notificationId, String person, String kind, String subject, String because)
        implements NotificationMessage {}
