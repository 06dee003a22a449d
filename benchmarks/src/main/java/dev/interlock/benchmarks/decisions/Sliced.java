package dev.interlock.benchmarks.decisions;

import java.util.HashMap;

/**
 * One engine for each target, holding its rules alone: as if somebody had sorted the rules for an
 * engine that does not do so itself. Choosing among them costs nothing.
 */
final class Sliced implements Engine {

    private record Part(Engine engine, int question) {}

    private final Part[] parts;

    private Sliced(Part[] parts) {
        this.parts = parts;
    }

    static Engine of(Estate estate, Factory factory) throws Exception {
        var slices = estate.slices();
        var engines = new HashMap<Target, Engine>();
        for (var slice : slices.entrySet()) {
            engines.put(slice.getKey(), factory.of(slice.getValue()));
        }
        var parts = new Part[estate.questions().size()];
        var next = new HashMap<Target, Integer>();
        for (int i = 0; i < parts.length; i++) {
            var target = estate.questions().get(i).target();
            var engine = engines.get(target);
            if (engine == null) {
                throw new IllegalStateException(target + " (expected: to be of a slice)");
            }
            parts[i] = new Part(engine, next.merge(target, 1, Integer::sum) - 1);
        }
        return new Sliced(parts);
    }

    @Override
    public boolean allows(int question) throws Exception {
        var part = parts[question];
        return part.engine().allows(part.question());
    }
}
