package dev.interlock.rules.read.audit;

import org.jspecify.annotations.Nullable;

/** The owners' own verification of their event stores. */
public interface OwnersChains {

    /**
     * @param intact the chain, recomputed, passes through the head we remember
     * @param brokenAt first position that does not fit; null if intact
     */
    record Chain(long position, String chainHash, boolean intact, @Nullable Long brokenAt) {}

    /**
     * Null if the owner does not answer.
     *
     * @param position the newest event we have on record
     * @param hash the owner's chain as we heard it with that event
     */
    @Nullable Chain verify(String source, long position, String hash);
}
