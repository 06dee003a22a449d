package dev.interlock.eventstore;

/**
 * A read model kept in the same transaction as the events, so that it is never behind them. For
 * what a command's answer or a uniqueness check needs; keep {@link #apply} to a statement or two,
 * since the store's append lock is held meanwhile. Events arrive in position order, one at a time
 * in the whole installation.
 */
public interface InlineProjection {

    /** Unique within the service. */
    String name();

    /** Called for every event of the store; those it has no interest in are ignored. */
    void apply(Occurrence occurrence, Object event);

    /** Removes all rows, before a rebuild. */
    void clear();
}
