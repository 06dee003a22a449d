package dev.interlock.notification.domain;

/** Why a command was refused. */
public sealed interface Refusal {

    /** Also said of another person's notification: its existence is nobody else's business. */
    record NoSuchNotification(String id) implements Refusal {}
}
