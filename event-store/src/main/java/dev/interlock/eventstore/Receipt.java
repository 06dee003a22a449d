package dev.interlock.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * How a command learns the position its events got. It travels in the command's metadata, which
 * works because the command bus is local; it is never copied to events.
 */
final class Receipt {

    static final String KEY = "receipt";

    private volatile long position;

    long position() {
        return position;
    }

    /** Notes the position with the command being handled, if there is one. */
    static void note(long position) {
        CurrentUnitOfWork.ifStarted(
                work -> {
                    if (work.root().getMessage().getMetaData().get(KEY)
                            instanceof Receipt receipt) {
                        receipt.position = position;
                    }
                });
    }
}
