package dev.interlock.benchmarks.decisions;

/** Who decides the questions of one estate. */
public enum Contender {
    INTERLOCK(InterlockEngine::of),
    DROOLS(DroolsEngine::of),
    DROOLS_WITH_FACTS(DroolsWithFactsEngine::of),
    CASBIN(CasbinEngine::of),
    CEDAR(CedarEngine::of),
    DROOLS_SLICED(estate -> Sliced.of(estate, DroolsEngine::of)),
    CASBIN_SLICED(estate -> Sliced.of(estate, CasbinEngine::of)),
    CEDAR_SLICED(estate -> Sliced.of(estate, CedarEngine::of));

    private final Engine.Factory factory;

    Contender(Engine.Factory factory) {
        this.factory = factory;
    }

    Engine of(Estate estate) throws Exception {
        return measurable(factory.of(estate), estate);
    }

    /**
     * @throws IllegalStateException if it decides a question otherwise than the rules say
     */
    static Engine measurable(Engine engine, Estate estate) throws Exception {
        for (int i = 0; i < estate.questions().size(); i++) {
            boolean allows = engine.allows(i);
            if (allows != estate.expected(i)) {
                throw new IllegalStateException(
                        "%s: %b (expected: %b)"
                                .formatted(estate.questions().get(i), allows, estate.expected(i)));
            }
        }
        return engine;
    }
}
