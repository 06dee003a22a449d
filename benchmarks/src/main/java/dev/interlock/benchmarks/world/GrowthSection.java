package dev.interlock.benchmarks.world;

import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import dev.interlock.benchmarks.world.Estate.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The decision function alone, findings and sentences included, on a small world and on a large one
 * in turns: what does not apply to a deployment should not cost it anything.
 */
public final class GrowthSection implements Section {

    private static final int FEW_PRODUCTS = 50;
    private static final int MANY_PRODUCTS = 5_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "Decisions as rules and versions become more";
    }

    @Override
    public String measure(Plan plan) {
        var body =
                new StringBuilder(
                        """
                        | from | to | ratio | floor | decisions per CPU-second, small world | large world |
                        |---|---|---|---|---|---|
                        """);
        body.append(
                row(
                        "100 rules",
                        "10,000 rules",
                        plan,
                        questions(FEW_PRODUCTS, 100, FEW_PRODUCTS),
                        questions(MANY_PRODUCTS, 10_000, MANY_PRODUCTS)));
        body.append(
                row(
                        "1,000 versions",
                        "1,000,000 versions",
                        plan,
                        questions(FEW_PRODUCTS, 100, 1_000),
                        questions(FEW_PRODUCTS, 100, 1_000_000)));
        return body.append(
                        """

                        One thread asks about 100 targets, each with a deployment request that is approved and a soak that is too short; the
                        answer is checked. 10,000 rules are on 5,000 products, so facts lie farther apart there as well. No peer is in this table.
                        """)
                .toString();
    }

    private static Questions questions(int products, int rules, int versions) {
        var world =
                new Estate()
                        .rules(rules, products)
                        .versions(versions, products)
                        .requests(products, products)
                        .deployed(products)
                        .world();
        return new Questions(world, products);
    }

    private static String row(String from, String to, Plan plan, Questions small, Questions large) {
        CpuTime.perSecond(plan.turn().multipliedBy(3), small::ask);
        CpuTime.perSecond(plan.turn().multipliedBy(3), large::ask);
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            few.add(CpuTime.perSecond(plan.turn(), small::ask));
            many.add(CpuTime.perSecond(plan.turn(), large::ask));
        }
        var before = Spread.of(few);
        var after = Spread.of(many);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | 0.80 | %s | %s |%n",
                from,
                to,
                after.median() / before.median(),
                before.text("%,.0f"),
                after.text("%,.0f"));
    }
}
