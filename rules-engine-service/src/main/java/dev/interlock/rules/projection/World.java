package dev.interlock.rules.projection;

import dev.interlock.contracts.Sources;
import dev.interlock.rules.domain.facts.ApprovalFacts;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Holder;
import dev.interlock.rules.domain.facts.Labels;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneId;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.Start;
import dev.interlock.rules.domain.facts.VersionFacts;
import dev.interlock.rules.domain.gate.Facts;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PStack;

/**
 * One immutable state of the world.
 *
 * @param positions newest applied position per source; a source nothing was heard of is missing
 * @param productLabels of the products that have any
 * @param busy the lanes on which a deployment is in progress
 * @param starts admitted deployments by environment, newest first
 * @param covering deployment requests by what they cover, newest first
 * @param owing deployment requests with something left to be done afterwards, by product
 * @param builders the persons who built a version, by product and version
 * @param versions what was said of a version itself, by product and version
 * @param holders who holds a role, by role
 * @param inactive persons who cannot act
 * @param unreadable why an entity is parked, by {@code source:kind:id}
 * @param unmapped parked deployment requests of which it is not known what they cover, with the
 *     position of the newest record about them
 */
public record World(
        PMap<String, Long> positions,
        PMap<String, Environment> environments,
        PMap<String, String> aliases,
        PMap<String, Labels> productLabels,
        PMap<String, Lane> lanes,
        PMap<String, Lane> busy,
        PMap<String, PStack<Start>> starts,
        PMap<String, RequestFacts> requests,
        PMap<Target, List<String>> covering,
        PMap<String, PSet<String>> owing,
        PMap<String, ApprovalFacts> decisions,
        PMap<String, PMap<String, PSet<String>>> builders,
        PMap<String, PMap<String, VersionFacts>> versions,
        PMap<String, List<String>> approvalTypes,
        PMap<String, PSet<Holder>> holders,
        PSet<String> inactive,
        PMap<String, Rule> ruleVersions,
        PMap<String, NamedCalendar> calendars,
        PMap<String, String> unreadable,
        PMap<String, Long> unmapped,
        CompiledRules compiled,
        KnownFreezes knownFreezes,
        KnownOverrides knownOverrides)
        implements Facts {

    private static final String UNREADABLE_LANE = unreadableKey(Sources.DR, "lane", "");
    private static final String UNREADABLE_REQUEST = unreadableKey(Sources.DR, "dr", "");
    private static final String UNREADABLE_FREEZE =
            unreadableKey(Sources.RULES, KnownFreezes.KIND, "");

    /** Those that hold longest first. */
    private static final Comparator<Freeze> BY_END =
            Comparator.comparing(
                            Freeze::end, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()))
                    .thenComparing(Freeze::id);

    /** A product version for an environment, by the name the deployment request uses. */
    record Target(String product, String version, String environment) {}

    /** What one source says stays readable when a record of another is not. */
    static String unreadableKey(String source, String kind, String id) {
        return source + ":" + kind + ":" + id;
    }

    public long position(String source) {
        var position = positions.get(source);
        return position == null ? 0 : position;
    }

    @Override
    public @Nullable Environment environment(String name) {
        var environment = environments.get(name);
        if (environment != null) {
            return environment;
        }
        var meant = aliases.get(name);
        return meant == null ? null : environments.get(meant);
    }

    @Override
    public Collection<Environment> knownEnvironments() {
        return environments.values();
    }

    @Override
    public Lane lane(String product, Environment environment) {
        var lane = lanes.get(LaneId.of(product, environment.name()));
        return lane == null ? Lane.unused(product, environment.name()) : lane;
    }

    @Override
    public Collection<Lane> busyLanes() {
        if (unreadable.isEmpty()) {
            return busy.values();
        }
        var all = new HashMap<String, Lane>(busy);
        for (var key : unreadable.keySet()) {
            if (key.startsWith(UNREADABLE_LANE)) {
                var id = key.substring(UNREADABLE_LANE.length());
                var lane = LaneId.lane(id);
                if (lane != null) {
                    all.putIfAbsent(id, lane);
                }
            }
        }
        return all.values();
    }

    @Override
    public List<Start> startsIn(Environment environment) {
        return starts.getOrDefault(environment.name(), ConsPStack.empty());
    }

    @Override
    public @Nullable Request request(String id) {
        var facts = requests.get(id);
        if (facts == null) {
            return null;
        }
        var decided = decisions.get(id);
        return new Request(facts, decided == null ? ApprovalFacts.NONE : decided);
    }

    @Override
    public List<Request> covering(String product, String version, Environment environment) {
        var found = new ArrayList<Request>(4);
        for (var name : environment.names()) {
            for (var id : covering.getOrDefault(new Target(product, version, name), List.of())) {
                var request = request(id);
                if (request != null && found.stream().noneMatch(r -> r.id().equals(id))) {
                    found.add(request);
                }
            }
        }
        if (environment.names().size() > 1) {
            found.sort(Comparator.comparingLong((Request r) -> r.facts().born()).reversed());
        }
        return found;
    }

    @Override
    public List<Request> owing(String product) {
        return Stream.concat(
                        owing.getOrDefault(product, HashTreePSet.empty()).stream(),
                        unreadable.keySet().stream()
                                .filter(key -> key.startsWith(UNREADABLE_REQUEST))
                                .map(key -> key.substring(UNREADABLE_REQUEST.length())))
                .distinct()
                .map(this::request)
                .filter(Objects::nonNull)
                .filter(request -> request.facts().mayOwe(product))
                .sorted(Comparator.comparingLong((Request r) -> r.facts().born()).reversed())
                .toList();
    }

    @Override
    public Labels labels(String product) {
        return productLabels.getOrDefault(product, Labels.NONE);
    }

    @Override
    public Collection<String> builders(String product, String version) {
        var persons = builders.getOrDefault(product, TrieMap.empty()).get(version);
        return persons == null ? List.of() : persons;
    }

    @Override
    public VersionFacts version(String product, String version) {
        var facts = versions.getOrDefault(product, TrieMap.empty()).get(version);
        return facts == null ? VersionFacts.NONE : facts;
    }

    @Override
    public List<String> rolesOf(String approvalType) {
        return approvalTypes.getOrDefault(approvalType, List.of());
    }

    @Override
    public Collection<String> holders(String role, Collection<Place> places) {
        var byPerson = new HashMap<String, List<Holder>>();
        for (var grant : holders.getOrDefault(role, HashTreePSet.empty())) {
            byPerson.computeIfAbsent(grant.person(), _ -> new ArrayList<>(1)).add(grant);
        }
        return byPerson.entrySet().stream()
                .filter(person -> !inactive.contains(person.getKey()))
                .filter(person -> covers(person.getValue(), places))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean holds(String person, String role, Collection<Place> places) {
        var grants =
                holders.getOrDefault(role, HashTreePSet.empty()).stream()
                        .filter(grant -> grant.person().equals(person))
                        .toList();
        return !inactive.contains(person) && covers(grants, places);
    }

    /** Without any place only a role that holds everywhere will do. */
    private static boolean covers(List<Holder> grants, Collection<Place> places) {
        return places.isEmpty()
                ? grants.stream().anyMatch(Holder::holdsEverywhere)
                : places.stream()
                        .allMatch(place -> grants.stream().anyMatch(grant -> grant.covers(place)));
    }

    @Override
    public List<Rule> rules(String product, Environment environment) {
        return compiled.index().concerning(product, labels(product), environment);
    }

    /**
     * The same world with one rule more, or another version of one.
     *
     * @param named calendars that take the place of those of the same names
     */
    public World trying(Rule rule, Map<String, NamedCalendar> named) {
        var rules = ruleVersions.plus(rule.id(), rule);
        return with(rules, calendars.plusAll(named), new CompiledRules(rules.values()));
    }

    /** The same world under the rules and calendars of another; no rule is compiled again. */
    public World underRulesOf(World other) {
        return with(other.ruleVersions, other.calendars, other.compiled);
    }

    private World with(
            PMap<String, Rule> rules, PMap<String, NamedCalendar> named, CompiledRules index) {
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
                named,
                unreadable,
                unmapped,
                index,
                knownFreezes,
                knownOverrides);
    }

    @Override
    public List<Freeze> freezes(String product, Environment environment, Instant at) {
        var found = knownFreezes.at(at).concerning(product, labels(product), environment);
        return found.isEmpty()
                ? found
                : found.stream().filter(freeze -> freeze.isActive(at)).sorted(BY_END).toList();
    }

    /**
     * Freezes that hold at an instant or later, as far as is known.
     *
     * @param product null = any
     */
    public List<Freeze> freezesFrom(
            @Nullable String product, Environment environment, Instant instant) {
        var labels = product == null ? null : labels(product);
        return knownFreezes.all().values().stream()
                .filter(freeze -> !freeze.hasEnded(instant))
                .filter(freeze -> freeze.scope().holds(product, labels, environment))
                .sorted(Comparator.comparing(Freeze::startsAt).thenComparing(Freeze::id))
                .toList();
    }

    @Override
    public List<GivenOverride> overrides(String product, String version, Environment environment) {
        return knownOverrides.of(product, version, environment);
    }

    @Override
    public @Nullable GivenOverride override(String id) {
        return knownOverrides.one(id);
    }

    @Override
    public boolean reviewDue(String person) {
        return knownOverrides.awaitsReviewOf(person);
    }

    @Override
    public @Nullable Freeze freeze(String id) {
        return knownFreezes.all().get(id);
    }

    @Override
    public @Nullable Rule rule(String id) {
        return ruleVersions.get(id);
    }

    @Override
    public @Nullable NamedCalendar calendar(String name) {
        return calendars.get(name);
    }

    @Override
    public Collection<String> unreadableFreezes() {
        return unreadable.keySet().stream()
                .filter(key -> key.startsWith(UNREADABLE_FREEZE))
                .map(key -> key.substring(UNREADABLE_FREEZE.length()))
                .toList();
    }

    @Override
    public Collection<String> ofUnknownCoverage() {
        return unmapped.keySet();
    }

    @Override
    public boolean allReadable() {
        return unreadable.isEmpty() && unmapped.isEmpty();
    }

    @Override
    public @Nullable String unreadable(String kind, String id) {
        if (unreadable.isEmpty()) {
            return null;
        }
        for (var source : positions.keySet()) {
            var why = unreadable.get(unreadableKey(source, kind, id));
            if (why != null) {
                return why;
            }
        }
        return null;
    }
}
