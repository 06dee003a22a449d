package dev.interlock.notification.write.queuenotification;

/**
 * Tell a person something, once.
 *
 * @param because id of the event that caused it; together with the person it identifies the
 *     notification
 */
public record QueueNotification(
        String person, String kind, String subject, String because, String title, String text) {}
