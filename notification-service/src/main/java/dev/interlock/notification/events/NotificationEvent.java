package dev.interlock.notification.events;

/** What happens to a notification. */
public sealed interface NotificationEvent permits NotificationQueued, NotificationRead {}
