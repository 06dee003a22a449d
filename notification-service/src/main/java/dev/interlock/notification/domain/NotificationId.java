package dev.interlock.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Follows from what caused a notification and whom it is for, so that the same cause told again
 * finds the same notification.
 */
public final class NotificationId {

    private NotificationId() {}

    public static String of(String because, String person) {
        byte[] name = (because + "\n" + person).getBytes(StandardCharsets.UTF_8);
        return "ntf_" + UUID.nameUUIDFromBytes(name);
    }
}
