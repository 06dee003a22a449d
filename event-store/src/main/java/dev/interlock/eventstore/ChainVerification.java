package dev.interlock.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of recomputing the hash chain from the first event on.
 *
 * <p>It finds a changed row, a missing row and a row put in between. What it cannot prove alone:
 * that rows were not cut off at the end, nor that the whole chain was not written anew by someone
 * who owns the database. Both show when the answer is compared with a head remembered elsewhere, as
 * {@link EventReader#verify(dev.interlock.contracts.Head)} does; consumers on Kafka remember one
 * with every record ({@code ce_chainhash}).
 *
 * @param position of the last event read
 * @param chainHash the hash stored at that position
 * @param intact whether every row hashes to what it says and follows the row before it
 * @param brokenAt first position that does not; null if intact
 */
public record ChainVerification(
        String source, long position, String chainHash, boolean intact, @Nullable Long brokenAt) {}
