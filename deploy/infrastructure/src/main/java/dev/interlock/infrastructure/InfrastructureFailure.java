package dev.interlock.infrastructure;

import org.jspecify.annotations.Nullable;

/**
 * A server could not be started or stopped; the message is one line that says what to do about it.
 */
public final class InfrastructureFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InfrastructureFailure(String message) {
        this(message, null);
    }

    public InfrastructureFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
