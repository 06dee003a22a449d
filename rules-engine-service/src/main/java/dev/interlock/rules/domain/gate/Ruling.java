package dev.interlock.rules.domain.gate;

/** The gate's answer, or the reason why the question makes no sense. */
public sealed interface Ruling permits Judgement, Ruling.NotCovered {

    /** The deployment request that was named does not cover the deployment. */
    record NotCovered(String dr, String detail) implements Ruling {}
}
