package dev.interlock.benchmarks.decisions;

/** Decides questions of an estate by its rules. Used by one thread. */
interface Engine {

    /**
     * @param question its index in the estate
     */
    boolean allows(int question) throws Exception;

    /** An engine, ready to decide. */
    @FunctionalInterface
    interface Factory {
        Engine of(Estate estate) throws Exception;
    }
}
