package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.GivenOverride.Spending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * All overrides there ever were, and which deployments used them up. The two come from different
 * sources, in any order, and meet when they are read.
 *
 * @param said as their own source tells of them
 * @param spent by the override's id
 * @param byTarget ids of overrides, by what they are for
 * @param unreviewed ids of overrides whose review is not closed, by who broke the glass
 */
record KnownOverrides(
        PMap<String, GivenOverride> said,
        PMap<String, Spending> spent,
        PMap<World.Target, PSet<String>> byTarget,
        PMap<String, PSet<String>> unreviewed) {

    /** What records about them are said to be about. */
    static final String KIND = "override";

    static final KnownOverrides NONE =
            new KnownOverrides(TrieMap.empty(), TrieMap.empty(), TrieMap.empty(), TrieMap.empty());

    KnownOverrides with(GivenOverride override) {
        var id = override.id();
        var target =
                new World.Target(override.product(), override.version(), override.environment());
        var open = unreviewed;
        for (var person : override.brokenBy()) {
            var theirs = open.getOrDefault(person, HashTreePSet.empty());
            var left = override.reviewed() ? theirs.minus(id) : theirs.plus(id);
            open = left.isEmpty() ? open.minus(person) : open.plus(person, left);
        }
        return new KnownOverrides(
                said.plus(id, override),
                spent,
                byTarget.plus(target, byTarget.getOrDefault(target, HashTreePSet.empty()).plus(id)),
                open);
    }

    KnownOverrides spent(String id, Spending spending) {
        return spent.containsKey(id)
                ? this
                : new KnownOverrides(said, spent.plus(id, spending), byTarget, unreviewed);
    }

    @Nullable GivenOverride one(String id) {
        var override = said.get(id);
        var spending = spent.get(id);
        return override == null || spending == null ? override : override.spent(spending);
    }

    /** Oldest first. */
    List<GivenOverride> of(String product, String version, Environment environment) {
        if (byTarget.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<GivenOverride>(1);
        for (var name : environment.names()) {
            var ids = byTarget.get(new World.Target(product, version, name));
            if (ids != null) {
                ids.stream().map(this::one).forEach(found::add);
            }
        }
        found.sort(
                Comparator.comparing(GivenOverride::requestedAt).thenComparing(GivenOverride::id));
        return found;
    }

    boolean awaitsReviewOf(String person) {
        var theirs = unreviewed.get(person);
        return theirs != null && theirs.stream().anyMatch(spent::containsKey);
    }

    /** In one order, however they arrived. */
    Map<String, String> canonical() {
        var lines = new TreeMap<String, String>();
        for (var override : said.values()) {
            lines.put(override.id(), override + "|" + spent.get(override.id()));
        }
        spent.forEach((id, spending) -> lines.putIfAbsent(id, String.valueOf(spending)));
        return lines;
    }
}
