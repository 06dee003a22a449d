package dev.interlock.benchmarks;

import dev.interlock.benchmarks.append.AppendSection;
import dev.interlock.benchmarks.audit.AuditRebuildSection;
import dev.interlock.benchmarks.backtest.BacktestSection;
import dev.interlock.benchmarks.decisions.DecisionsSection;
import dev.interlock.benchmarks.freshness.FreshnessSection;
import dev.interlock.benchmarks.gate.GateSection;
import dev.interlock.benchmarks.start.SecondStartSection;
import dev.interlock.benchmarks.start.WarmStartSection;
import dev.interlock.benchmarks.world.GrowthSection;
import dev.interlock.benchmarks.world.HeapSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the sections named on the command line, or all, and writes each into RESULTS.md as soon
 * as it is done.
 */
public final class Benchmarks {

    private static final List<Section> SECTIONS =
            List.of(
                    new AppendSection(),
                    new FreshnessSection(),
                    new GateSection(),
                    new SecondStartSection(),
                    new WarmStartSection(),
                    new DecisionsSection(),
                    new GrowthSection(),
                    new HeapSection(),
                    new BacktestSection(),
                    new AuditRebuildSection());

    private Benchmarks() {}

    public static void main(String[] arguments) {
        try {
            measure(arguments);
            System.exit(0);
        } catch (Exception e) {
            // servers' threads would keep a failed run alive
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        Path home = Path.of(System.getProperty("interlock.home", ".")).toAbsolutePath();
        Plan plan = quick ? Plan.quick(home) : Plan.thorough(home);
        Path file = home.resolve(quick ? "benchmarks/target/RESULTS.md" : "benchmarks/RESULTS.md");
        for (Section section : chosen(names)) {
            System.out.println(section.title() + " …");
            String body = section.measure(plan);
            new ResultsFile(file)
                    .put(section.name(), section.title(), body + "\n" + Machine.text());
            System.out.println(body);
        }
        System.out.println("Written to " + file);
    }

    private static List<Section> chosen(List<String> names) {
        List<String> known = SECTIONS.stream().map(Section::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        name + " (expected: --quick or of " + known + ")");
            }
        }
        return SECTIONS.stream().filter(s -> names.isEmpty() || names.contains(s.name())).toList();
    }
}
