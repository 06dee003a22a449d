package dev.interlock.contracts.notification;

import dev.interlock.contracts.Message;

/** Payloads on {@code interlock.notification.v1}. */
public sealed interface NotificationMessage extends Message permits NotificationQueuedV1 {}
