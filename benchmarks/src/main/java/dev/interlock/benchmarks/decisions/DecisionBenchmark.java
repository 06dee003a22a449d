package dev.interlock.benchmarks.decisions;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One question after the other, by one thread. */
@State(Scope.Thread)
public class DecisionBenchmark {

    static final int RULES = 1_000;

    @Param public Contender contender = Contender.INTERLOCK;

    private Engine engine = _ -> false;
    private int questions;
    private int next;

    @Setup
    public void start() throws Exception {
        var estate = Estate.withRules(RULES);
        questions = estate.questions().size();
        engine = contender.of(estate);
    }

    @Benchmark
    public boolean decision() throws Exception {
        next = next + 1 == questions ? 0 : next + 1;
        return engine.allows(next);
    }
}
