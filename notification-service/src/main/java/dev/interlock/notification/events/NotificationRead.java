package dev.interlock.notification.events;

/** Its owner has read it. */
public record NotificationRead(String notificationId, String person) implements NotificationEvent {}
