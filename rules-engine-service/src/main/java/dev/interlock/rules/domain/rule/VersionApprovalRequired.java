package dev.interlock.rules.domain.rule;

import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.VersionFacts.SignOff;
import dev.interlock.rules.domain.rule.Prerequisite.Consulted;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Missing;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The version itself must be signed off (SPEC 5). What counts is given for any environment, or for
 * the one that is named.
 *
 * @param types of approvals, each of which is needed
 * @param minimum distinct signatories of each type
 * @param environment the approvals are given for; null = the one deployed to
 * @param afterDeployingTo only what was given after the version completed there; null = whenever
 * @param maxAge of an approval; null = however old
 * @param distinctPersons does nobody count for two types?
 * @param digestMatch only what was given for the artifact that the version is bound to
 * @param machineTypes the types for which a machine's sign-off counts
 */
record VersionApprovalRequired(
        List<String> types,
        int minimum,
        @Nullable String environment,
        @Nullable String afterDeployingTo,
        @Nullable Duration maxAge,
        boolean distinctPersons,
        boolean digestMatch,
        List<String> machineTypes)
        implements RuleKind {

    static final String NAME = "version_approval_required";
    private static final String CODE = "QUALITY_APPROVAL_REQUIRED";
    private static final String SIGN_OFF = "version_approval";
    private static final int MOST = 20;

    VersionApprovalRequired {
        types = List.copyOf(types);
        machineTypes = List.copyOf(machineTypes);
    }

    static VersionApprovalRequired read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(
                definition,
                Set.of(
                        "types",
                        "minimum",
                        "environment",
                        "after_deploying_to",
                        "max_age",
                        "distinct_persons",
                        "digest_match",
                        "machine_types"));
        var types = spelled(violations.someNames(definition, "types"));
        var machines =
                definition.get("machine_types") == null
                        ? List.<String>of()
                        : spelled(violations.someNames(definition, "machine_types"));
        machines.stream()
                .filter(type -> !types.contains(type))
                .forEach(
                        type ->
                                violations.add(
                                        "/machine_types", type + " (expected: one of types)"));
        return new VersionApprovalRequired(
                types,
                violations.number(definition, "minimum", 1, MOST),
                violations.name(definition, "environment"),
                violations.name(definition, "after_deploying_to"),
                violations.duration(definition, "max_age"),
                violations.flag(definition, "distinct_persons"),
                violations.flag(definition, "digest_match"),
                machines);
    }

    /** As approval types are called. */
    private static List<String> spelled(List<String> types) {
        return types.stream().map(Violations::word).distinct().toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> approvalTypes() {
        return types;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<String, Object> definition() {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("types", types);
        definition.put("minimum", minimum);
        if (environment != null) {
            definition.put("environment", environment);
        }
        if (afterDeployingTo != null) {
            definition.put("after_deploying_to", afterDeployingTo);
        }
        if (maxAge != null) {
            definition.put("max_age", maxAge.toString());
        }
        definition.put("distinct_persons", distinctPersons);
        definition.put("digest_match", digestMatch);
        if (!machineTypes.isEmpty()) {
            definition.put("machine_types", machineTypes);
        }
        return definition;
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var query = situation.query();
        var subject = query.product() + " " + query.version();
        var facts = situation.records().version(query.product(), query.version());
        if (digestMatch && facts.digest() == null) {
            return new Failed(
                    CODE, subject + " is bound to no digest that a sign-off could be for", "build");
        }
        Instant after = Instant.MIN;
        if (afterDeployingTo != null) {
            switch (Prerequisite.consult(afterDeployingTo, situation)) {
                case Prerequisite.Unreadable(var because) -> {
                    return new Unreadable(because);
                }
                case Consulted consulted -> {
                    var first =
                            consulted
                                    .evidence(query.version())
                                    .map(Completed::at)
                                    .min(Comparator.naturalOrder());
                    if (first.isEmpty()) {
                        return new Failed(
                                CODE,
                                "%s has not been deployed to %s, after which it is to be signed off"
                                        .formatted(subject, afterDeployingTo),
                                Prerequisite.DEPLOYMENT);
                    }
                    after = first.get();
                }
            }
        }
        var from = after;
        var counting =
                facts.signOffs().stream()
                        .filter(signOff -> counts(signOff, facts.digest(), from, situation))
                        .toList();
        return verdict(
                subject, new Seats(types, minimum, distinctPersons).fill(counting), situation);
    }

    private RuleVerdict verdict(
            String subject, Map<String, List<SignOff>> filled, Situation situation) {
        var standing = new ArrayList<String>();
        var missing = new ArrayList<Missing>();
        for (var type : types) {
            int count = filled.getOrDefault(type, List.of()).size();
            standing.add("%d of %d %s".formatted(count, minimum, type));
            if (count < minimum) {
                missing.add(missing(type, count, subject, filled, situation));
            }
        }
        var message = subject + " has " + String.join(", ", standing) + " sign-offs";
        return missing.isEmpty()
                ? new Passed(CODE, message, last(filled))
                : new Failed(CODE, message, SIGN_OFF, null, missing);
    }

    private Missing missing(
            String type,
            int count,
            String subject,
            Map<String, List<SignOff>> filled,
            Situation situation) {
        var records = situation.records();
        var roles = new LinkedHashSet<>(records.rolesOf(type));
        roles.addAll(List.of("release_manager", "admin"));
        var here = List.of(new Place(situation.query().product(), situation.environment().name()));
        var people = new TreeSet<String>();
        roles.forEach(role -> people.addAll(records.holders(role, here)));
        people.removeIf(person -> isExcluded(person, situation));
        filled.forEach(
                (ofType, signOffs) -> {
                    if (distinctPersons || ofType.equals(type)) {
                        signOffs.forEach(signOff -> people.remove(signOff.by()));
                    }
                });
        return new Missing(
                new WaitingOn(
                        SIGN_OFF,
                        null,
                        null,
                        minimum - count,
                        "%s has %d of %d %s sign-offs".formatted(subject, count, minimum, type)),
                new WhoCanFix(null, List.copyOf(roles), List.copyOf(people)));
    }

    private static @Nullable Instant last(Map<String, List<SignOff>> filled) {
        return filled.values().stream()
                .flatMap(List::stream)
                .map(SignOff::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean counts(
            SignOff signOff, @Nullable Digest digest, Instant after, Situation situation) {
        var now = situation.now();
        var wanted = wanted(situation);
        return signOff.holdsAt(now)
                && (maxAge == null || now.isBefore(signOff.at().plus(maxAge)))
                && !signOff.at().isBefore(after)
                && (signOff.environment() == null || wanted.contains(signOff.environment()))
                && (!digestMatch || (digest != null && digest.equals(signOff.digest())))
                && (!signOff.machine() || machineTypes.contains(signOff.type()))
                && !isOneOfTheirs(signOff, situation);
    }

    /** Where duties are separated neither who built a version nor who deploys it signs it off. */
    private static boolean isOneOfTheirs(SignOff signOff, Situation situation) {
        return !signOff.machine() && isExcluded(signOff.by(), situation);
    }

    private static boolean isExcluded(String person, Situation situation) {
        var query = situation.query();
        return situation.environment().separatesDuties()
                && (person.equals(query.deployer())
                        || situation
                                .records()
                                .builders(query.product(), query.version())
                                .contains(person));
    }

    private List<String> wanted(Situation situation) {
        if (environment == null) {
            return situation.environment().names();
        }
        var known = situation.records().environment(environment);
        return known == null ? List.of(environment) : known.names();
    }

    @Override
    public String sentence() {
        return "the version must have %d sign-off%s of type %s"
                .formatted(
                        minimum,
                        minimum == 1 ? "" : "s",
                        String.join(" and ", new TreeSet<>(types)));
    }
}
