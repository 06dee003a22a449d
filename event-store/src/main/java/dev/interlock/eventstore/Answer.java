package dev.interlock.eventstore;

/**
 * @param result what the handler returned
 * @param position of the newest event this command appended, else the store's head: who waits for
 *     this position sees all the answer is based on
 * @param <R> type of the result
 */
public record Answer<R>(R result, long position) {}
