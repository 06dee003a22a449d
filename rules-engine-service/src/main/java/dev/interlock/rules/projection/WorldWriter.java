package dev.interlock.rules.projection;

import dev.interlock.rules.domain.facts.ApprovalFacts;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.GivenOverride.Spending;
import dev.interlock.rules.domain.facts.Holder;
import dev.interlock.rules.domain.facts.Labels;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneId;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.Start;
import dev.interlock.rules.domain.facts.VersionFacts;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import dev.interlock.rules.projection.World.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PStack;

/**
 * Makes the next state of the world. Confined to one thread; its snapshots go to any.
 *
 * <p>Whatever is put into it, and from wherever, names and values that many have in common are kept
 * once.
 */
public final class WorldWriter {

    private final Shared shared = new Shared();

    private PMap<String, Long> positions = TrieMap.empty();
    private PMap<String, Environment> environments = TrieMap.empty();
    private PMap<String, String> aliases = TrieMap.empty();
    private PMap<String, Labels> productLabels = TrieMap.empty();
    private PMap<String, Lane> lanes = TrieMap.empty();
    private PMap<String, Lane> busy = TrieMap.empty();
    private PMap<String, PStack<Start>> starts = TrieMap.empty();
    private PMap<String, RequestFacts> requests = TrieMap.empty();
    private PMap<Target, List<String>> covering = TrieMap.empty();
    private PMap<String, PSet<String>> owing = TrieMap.empty();
    private PMap<String, ApprovalFacts> decisions = TrieMap.empty();
    private PMap<String, PMap<String, PSet<String>>> builders = TrieMap.empty();
    private PMap<String, PMap<String, VersionFacts>> versions = TrieMap.empty();
    private PMap<String, List<String>> approvalTypes = TrieMap.empty();
    private PMap<String, PSet<Holder>> holders = TrieMap.empty();
    private PSet<String> inactive = HashTreePSet.empty();
    private PMap<String, Rule> rules = TrieMap.empty();
    private PMap<String, NamedCalendar> calendars = TrieMap.empty();
    private PMap<String, String> unreadable = TrieMap.empty();
    private PMap<String, Long> unmapped = TrieMap.empty();
    private CompiledRules compiled = new CompiledRules(List.of());
    private KnownFreezes freezes = KnownFreezes.NONE;
    private KnownOverrides overrides = KnownOverrides.NONE;

    public World snapshot() {
        return new World(
                positions,
                environments,
                aliases,
                productLabels,
                lanes,
                busy,
                starts,
                requests,
                covering,
                owing,
                decisions,
                builders,
                versions,
                approvalTypes,
                holders,
                inactive,
                rules,
                calendars,
                unreadable,
                unmapped,
                compiled,
                freezes,
                overrides);
    }

    public long position(String source) {
        var position = positions.get(source);
        return position == null ? 0 : position;
    }

    public void reached(String source, long position) {
        positions = positions.plus(source, position);
    }

    public void environment(Environment environment) {
        var before = environments.get(environment.name());
        if (before != null) {
            aliases = aliases.minusAll(before.aliases());
        }
        environments = environments.plus(environment.name(), environment);
        for (var alias : environment.aliases()) {
            aliases = aliases.plus(alias, environment.name());
        }
    }

    /**
     * @param labels all that it has from now on, by name
     */
    public void labelled(String product, Map<String, String> labels) {
        productLabels =
                labels.isEmpty()
                        ? productLabels.minus(product)
                        : productLabels.plus(product, Labels.of(labels));
    }

    public void lane(String product, String environment, UnaryOperator<Lane> change) {
        var id = LaneId.of(product, environment);
        var lane = lanes.get(id);
        var next = change.apply(lane == null ? Lane.unused(product, environment) : lane);
        lanes = lanes.plus(id, next);
        busy = next.running().isEmpty() ? busy.minus(id) : busy.plus(id, next);
    }

    public void started(String environment, Start start) {
        var before = starts.get(environment);
        starts =
                starts.plus(
                        environment,
                        (before == null ? ConsPStack.<Start>empty() : before).plus(start));
    }

    public @Nullable RequestFacts request(String id) {
        return requests.get(id);
    }

    public void request(RequestFacts told) {
        var request = shared.request(told);
        var before = requests.get(request.id());
        requests = requests.plus(request.id(), request);
        if (before == null || !before.items().equals(request.items())) {
            if (before != null) {
                targets(before).forEach(target -> forget(target, before.id()));
            }
            targets(request).forEach(target -> cover(target, request.id()));
        }
        if (before != null) {
            before.owing().forEach(product -> owes(product, request.id(), false));
        }
        request.owing().forEach(product -> owes(product, request.id(), true));
    }

    private void owes(String product, String id, boolean something) {
        PSet<String> known = owing.getOrDefault(product, HashTreePSet.empty());
        var now = something ? known.plus(id) : known.minus(id);
        owing = now.isEmpty() ? owing.minus(product) : owing.plus(product, now);
    }

    private static List<Target> targets(RequestFacts request) {
        return request.items().stream()
                .flatMap(
                        item ->
                                item.environments().stream()
                                        .map(e -> new Target(item.product(), item.version(), e)))
                .distinct()
                .toList();
    }

    private void cover(Target target, String id) {
        var ids = new ArrayList<>(covering.getOrDefault(target, List.of()));
        ids.add(id);
        ids.sort(Comparator.comparingLong(this::born).reversed());
        covering = covering.plus(target, List.copyOf(ids));
    }

    private long born(String id) {
        var request = requests.get(id);
        return request == null ? 0 : request.born();
    }

    private void forget(Target target, String id) {
        var left =
                covering.getOrDefault(target, List.of()).stream()
                        .filter(other -> !other.equals(id))
                        .toList();
        covering = left.isEmpty() ? covering.minus(target) : covering.plus(target, left);
    }

    public void decisions(String request, UnaryOperator<ApprovalFacts> change) {
        var before = decisions.get(request);
        var now = change.apply(before == null ? ApprovalFacts.NONE : before);
        var about = requests.get(request);
        decisions =
                about == null
                        ? decisions.plus(request, shared.decisions(now, List.of()))
                        : decisions.plus(about.id(), shared.decisions(now, about.hashes()));
    }

    public void built(String product, String version, String builder) {
        PMap<String, PSet<String>> ofProduct = builders.getOrDefault(product, TrieMap.empty());
        var known = ofProduct.getOrDefault(version, HashTreePSet.empty());
        builders =
                builders.plus(
                        product,
                        ofProduct.plus(shared.one(version), shared.one(known.plus(builder))));
    }

    public void version(String product, String version, UnaryOperator<VersionFacts> change) {
        PMap<String, VersionFacts> ofProduct = versions.getOrDefault(product, TrieMap.empty());
        var known = ofProduct.getOrDefault(version, VersionFacts.NONE);
        versions = versions.plus(product, ofProduct.plus(shared.one(version), change.apply(known)));
    }

    public void approvalType(String type, List<String> roles) {
        approvalTypes = approvalTypes.plus(type, List.copyOf(roles));
    }

    public void roleGranted(String role, Holder holder) {
        var others = holders.get(role);
        holders =
                holders.plus(
                        role,
                        (others == null ? HashTreePSet.<Holder>empty() : others).plus(holder));
    }

    public void roleRevoked(String role, String person, String grant) {
        var persons = holders.get(role);
        if (persons != null) {
            var left = persons;
            for (var holder : persons) {
                if (holder.person().equals(person) && holder.grant().equals(grant)) {
                    left = left.minus(holder);
                }
            }
            holders = left.isEmpty() ? holders.minus(role) : holders.plus(role, left);
        }
    }

    public void active(String person, boolean active) {
        inactive = active ? inactive.minus(person) : inactive.plus(person);
    }

    public void rule(Rule rule) {
        rules = rules.plus(rule.id(), rule);
        compiled = new CompiledRules(rules.values());
    }

    public void calendar(NamedCalendar calendar) {
        calendars = calendars.plus(calendar.name(), calendar);
    }

    public void calendarRemoved(String name) {
        calendars = calendars.minus(name);
    }

    public @Nullable Freeze freeze(String id) {
        return freezes.all().get(id);
    }

    /**
     * @param asOf when this was said of it
     */
    public void freeze(Freeze freeze, Instant asOf) {
        freezes = freezes.with(freeze, asOf);
    }

    /**
     * @throws IllegalStateException if it was never requested
     */
    public void override(String id, UnaryOperator<GivenOverride> change) {
        var known = overrides.said().get(id);
        if (known == null) {
            throw new IllegalStateException(id + " was never requested");
        }
        overrides = overrides.with(change.apply(known));
    }

    public void override(GivenOverride requested) {
        overrides = overrides.with(requested);
    }

    /** A deployment started by it, whatever is known of it already. */
    public void overrideSpent(String id, Spending spending) {
        overrides = overrides.spent(id, spending);
    }

    /** From now on nothing the source says about this entity is known for sure. */
    public void park(String source, String kind, String id, String why) {
        unreadable = unreadable.plus(World.unreadableKey(source, kind, id), why);
        if (kind.equals("rule")) {
            var rule = rules.get(id);
            rule(rule == null ? Rule.unreadable(id) : rule.becomeUnreadable());
        }
    }

    /** A record about a parked deployment request was not applied: it may cover anything now. */
    public void coverageUnknown(String dr, long position) {
        unmapped = unmapped.plus(dr, position);
    }

    /**
     * What the owner says a parked deployment request covers.
     *
     * @param asOf the position it was of unknown coverage at when the owner was asked; if another
     *     record came meanwhile, the answer may be too old and changes nothing
     */
    public void coverageTold(RequestFacts request, long asOf) {
        var missed = unmapped.get(request.id());
        if (missed != null && missed == asOf) {
            unmapped = unmapped.minus(request.id());
            request(request);
        }
    }

    public boolean isParked(String source, String kind, String id) {
        return unreadable.containsKey(World.unreadableKey(source, kind, id));
    }
}
