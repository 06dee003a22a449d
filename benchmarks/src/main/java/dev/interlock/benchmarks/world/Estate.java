package dev.interlock.benchmarks.world;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
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

    private final Chronicle chronicle = Chronicle.of(ENVIRONMENTS);

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
                    Messages.rule(
                            "rul_" + i,
                            request ? "dr_required" : "soak",
                            List.of(product(i / 2 % products)),
                            "production",
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
            chronicle.approvedRequest(
                    "DR-" + (i + 1), product(i % products), version(i / products), "production");
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
