package dev.interlock.rules.domain.schedule;

/** Takes down what is wrong with a definition. */
@FunctionalInterface
public interface Flaws {

    /**
     * @param pointer JSON pointer, from the window
     */
    void add(String pointer, String detail);
}
