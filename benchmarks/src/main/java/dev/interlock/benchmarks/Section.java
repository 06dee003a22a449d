package dev.interlock.benchmarks;

/** One question, measured. */
public interface Section {

    /** Names the section in the file and on the command line, for example {@code append}. */
    String name();

    String title();

    /**
     * Measures; takes minutes.
     *
     * @return Markdown below the title: the ratios first, losing rows too
     */
    String measure(Plan plan) throws Exception;
}
