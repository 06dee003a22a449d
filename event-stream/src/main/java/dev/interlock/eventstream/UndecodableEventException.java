package dev.interlock.eventstream;

import org.jspecify.annotations.Nullable;

/** A record or payload that is not what its type promises. */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecodableEventException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
