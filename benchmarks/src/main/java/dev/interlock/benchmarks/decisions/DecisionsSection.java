package dev.interlock.benchmarks.decisions;

import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.benchmarks.Spread;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Decisions of one thread, each contender in a JVM of its own (JMH), on the same rules. */
public final class DecisionsSection implements Section {

    private static final Map<Contender, String> TARGETS =
            Map.of(
                    Contender.DROOLS, "3 / 10",
                    Contender.CASBIN, "100 / 1,000",
                    Contender.CEDAR, "1,000 / 10,000");

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String title() {
        return "Decisions by 1,000 rules, against other rule engines";
    }

    @Override
    public String measure(Plan plan) throws Exception {
        var turn = TimeValue.milliseconds(plan.turn().toMillis());
        var results =
                new Runner(
                                new OptionsBuilder()
                                        .include(DecisionBenchmark.class.getName())
                                        .mode(Mode.Throughput)
                                        .forks(1)
                                        .warmupIterations(plan.rounds())
                                        .warmupTime(turn)
                                        .measurementIterations(plan.rounds())
                                        .measurementTime(turn)
                                        .verbosity(VerboseMode.SILENT)
                                        .shouldFailOnError(true)
                                        .build())
                        .run();
        var speeds = new EnumMap<Contender, Spread>(Contender.class);
        results.forEach(result -> speeds.put(contender(result), speed(result)));
        var own = speeds.remove(Contender.INTERLOCK);
        if (own == null || speeds.size() != Contender.values().length - 1) {
            throw new IllegalStateException(
                    "measured: " + speeds.keySet() + " (expected: every contender)");
        }
        var body =
                new StringBuilder(
                        """
                        | Interlock against | ratio | floor / goal | its decisions per second |
                        |---|---|---|---|
                        """);
        speeds.forEach(
                (contender, speed) ->
                        body.append(
                                String.format(
                                        Locale.ROOT,
                                        "| %s | **%,.2f** | %s | %s |%n",
                                        words(contender),
                                        own.median() / speed.median(),
                                        TARGETS.getOrDefault(contender, ""),
                                        speed.text("%,.0f"))));
        return body
                + String.format(
                        Locale.ROOT,
                        """

                        Interlock: %s decisions per second. One thread, one JVM each. All answer the same questions alike, which is checked. The others
                        are given the facts with the question, and say yes or no; Interlock finds the facts, makes its built-in checks as well, and says
                        why and when. One more Drools keeps the facts in its memory, and says why it blocks. Sliced: each target's two rules in an engine of their own, and the choice of the engine for nothing.
                        """,
                        own.text("%,.0f"));
    }

    private static Contender contender(RunResult result) {
        return Contender.valueOf(result.getParams().getParam("contender"));
    }

    private static Spread speed(RunResult result) {
        var iterations = result.getAggregatedResult().getIterationResults();
        return Spread.of(
                StreamSupport.stream(iterations.spliterator(), false)
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList());
    }

    private static String words(Contender contender) {
        return switch (contender) {
            case INTERLOCK -> "Interlock";
            case DROOLS -> "Drools";
            case DROOLS_WITH_FACTS -> "Drools, finding the facts and saying why";
            case CASBIN -> "jCasbin";
            case CEDAR -> "cedar-java";
            case DROOLS_SLICED -> "Drools, sliced";
            case CASBIN_SLICED -> "jCasbin, sliced";
            case CEDAR_SLICED -> "cedar-java, sliced";
        };
    }
}
