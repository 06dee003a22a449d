package dev.interlock.benchmarks.world;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.approval.ApprovalTypeDefinedV1;
import dev.interlock.contracts.approval.RoleGrantedV1;
import dev.interlock.contracts.approval.SlotApprovedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.contracts.rules.RuleCreatedV1;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.projection.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Products with rules, versions and deployment requests, and questions about some of them. The same
 * on every run.
 */
final class Estate {

    private static final List<String> ENVIRONMENTS = List.of("staging", "production");
    private static final int QUESTIONS = 100;
    private static final String HASH = "0".repeat(64);

    private final Chronicle chronicle = new Chronicle();

    Estate() {
        for (var environment : ENVIRONMENTS) {
            chronicle.tell(
                    Sources.DR,
                    environment,
                    new EnvironmentRegisteredV1(
                            environment,
                            "env_" + environment,
                            environment,
                            "enforce",
                            "UTC",
                            List.of()));
        }
        chronicle.tell(
                Sources.APPROVAL, "qa", new ApprovalTypeDefinedV1("qa", "QA", List.of("qa")));
        chronicle.tell(Sources.APPROVAL, "quinn", new RoleGrantedV1("usr_quinn", "qa"));
    }

    static String product(int number) {
        return "product-%05d".formatted(number);
    }

    static String version(int number) {
        return "1.%d.0".formatted(number);
    }

    /** One half ask for a deployment request in production, the other for a day in staging. */
    Estate rules(int rules, int products) {
        for (int i = 0; i < rules; i++) {
            boolean request = i % 2 == 0;
            chronicle.tell(
                    Sources.RULES,
                    "rul_" + i,
                    new RuleCreatedV1(
                            "rul_" + i,
                            1,
                            "rule " + i,
                            "enforce",
                            request ? "dr_required" : "soak",
                            List.of(product(i / 2 % products)),
                            List.of("production"),
                            List.of(),
                            request
                                    ? "{}"
                                    : "{\"environments\":[\"staging\"],\"minimum\":\"P1D\"}"));
        }
        return this;
    }

    /** Each registered and bound to an artifact, as a build does it. */
    Estate versions(int versions, int products) {
        for (int i = 0; i < versions; i++) {
            var product = product(i % products);
            var version = version(i / products);
            chronicle.tell(
                    Sources.DR,
                    product + "@" + version,
                    new VersionRegisteredV1(product, version, "ver_" + i));
            chronicle.tell(
                    Sources.DR,
                    product + "@" + version,
                    new VersionDigestBoundV1(product, version, "sha256:%064x".formatted((long) i)));
        }
        return this;
    }

    /** Each ships one version to production, and is approved. */
    Estate requests(int requests, int products) {
        for (int i = 0; i < requests; i++) {
            var dr = "DR-" + (i + 1);
            var contents =
                    new DrContents(
                            List.of(
                                    new DrContents.Item(
                                            product(i % products),
                                            version(i / products),
                                            List.of("production"),
                                            1)),
                            List.of("production"),
                            List.of(
                                    new DrContents.Slot(
                                            "qa", "qa", List.of(), 1, null, false, true)));
            chronicle.tell(
                    Sources.DR,
                    dr,
                    new DeploymentRequestCreatedV1(
                            dr, "Release " + i, "usr_ann", 1, HASH, contents));
            chronicle.tell(Sources.DR, dr, new DeploymentRequestActivatedV1(dr, 1, HASH));
            chronicle.tell(
                    Sources.APPROVAL,
                    dr,
                    new SlotApprovedV1(
                            "apr_" + i,
                            dr,
                            "qa",
                            1,
                            HASH,
                            "usr_quinn",
                            "qa",
                            List.of("qa"),
                            false,
                            null));
        }
        return this;
    }

    /** The first version of each runs in staging. */
    Estate deployed(int products) {
        for (int i = 0; i < products; i++) {
            chronicle.tell(
                    Sources.DR,
                    product(i) + "@staging",
                    new DeploymentCompletedV1(
                            "dep_" + i, product(i), version(0), "staging", false, List.of(), 1));
        }
        return this;
    }

    World world() {
        return chronicle.world();
    }

    /** What is asked again and again of one world. */
    static final class Questions {

        private final World world;
        private final List<GateQuery> queries = new ArrayList<>();
        private int next;

        /** About the first version of products that lie far apart. */
        Questions(World world, int products) {
            this.world = world;
            for (int i = 0; i < QUESTIONS; i++) {
                queries.add(
                        new GateQuery(
                                product((int) ((long) i * products / QUESTIONS)),
                                version(0),
                                "production",
                                null,
                                null,
                                "ci"));
            }
        }

        /**
         * @throws IllegalStateException if it is not blocked for want of soaking alone
         */
        void ask() {
            var query = queries.get(next);
            next = (next + 1) % queries.size();
            if (!(Gate.decide(query, world, Chronicle.NOW) instanceof Judgement judgement)
                    || !"INSUFFICIENT_SOAK_TIME".equals(judgement.code())) {
                throw new IllegalStateException(query + " (expected: INSUFFICIENT_SOAK_TIME)");
            }
        }
    }
}
