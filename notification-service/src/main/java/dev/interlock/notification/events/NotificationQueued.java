package dev.interlock.notification.events;

/**
 * A notification lies in a person's inbox.
 *
 * @param person opaque id of whose inbox
 * @param kind for example {@code approval_requested}
 * @param subject the entity it is about, for example {@code DR-142}
 * @param because id of the event that caused it, in the source it came from
 * @param title of the entity, as it was then
 * @param text one line for people
 */
public record NotificationQueued(
        String notificationId,
        String person,
        String kind,
        String subject,
        String because,
        String title,
        String text)
        implements NotificationEvent {}
