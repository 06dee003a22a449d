package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.Freeze;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * All freezes there ever were, and apart from them those that had not ended when the newest thing
 * was said of any. A question about a later instant, which is nearly every one, needs only these;
 * one about the past is answered from all. Compiled on first use.
 */
final class KnownFreezes {

    /** What records about them are said to be about. */
    static final String KIND = "freeze";

    static final KnownFreezes NONE =
            new KnownFreezes(TrieMap.empty(), TrieMap.empty(), Instant.MIN);

    private final PMap<String, Freeze> all;
    private final PMap<String, Freeze> live;

    /** At this instant and after it none of the others holds. */
    private final Instant since;

    private volatile @Nullable ScopeIndex<Freeze> ofAll;
    private volatile @Nullable ScopeIndex<Freeze> ofLive;

    private KnownFreezes(PMap<String, Freeze> all, PMap<String, Freeze> live, Instant since) {
        this.all = all;
        this.live = live;
        this.since = since;
    }

    /**
     * @param asOf when this was said of it
     */
    KnownFreezes with(Freeze freeze, Instant asOf) {
        var horizon = asOf.isAfter(since) ? asOf : since;
        var left = live.plus(freeze.id(), freeze);
        for (var each : left.values()) {
            if (each.hasEnded(horizon)) {
                left = left.minus(each.id());
            }
        }
        return new KnownFreezes(all.plus(freeze.id(), freeze), left, horizon);
    }

    Map<String, Freeze> all() {
        return all;
    }

    Map<String, Freeze> live() {
        return live;
    }

    /** Sufficient for everything that holds at this instant. */
    ScopeIndex<Freeze> at(Instant instant) {
        if (instant.isBefore(since)) {
            var compiled = ofAll;
            if (compiled == null) {
                compiled = compiled(all);
                ofAll = compiled; // a race compiles the same twice
            }
            return compiled;
        }
        var compiled = ofLive;
        if (compiled == null) {
            compiled = compiled(live);
            ofLive = compiled;
        }
        return compiled;
    }

    private static ScopeIndex<Freeze> compiled(PMap<String, Freeze> freezes) {
        return new ScopeIndex<>(freezes.values(), Freeze::scope, Freeze::id);
    }
}
