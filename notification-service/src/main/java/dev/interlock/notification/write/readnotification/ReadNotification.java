package dev.interlock.notification.write.readnotification;

/** This person has read this notification. */
record ReadNotification(String id, String person) {}
