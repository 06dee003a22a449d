package dev.interlock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** RESULTS.md: one part a section, so that measuring one leaves the others as they are. */
final class ResultsFile {

    private static final String PREFACE =
            """
            # Results

            Written by `./interlock bench`; run it to get your machine's figures. Each row is a ratio of two things
            measured in turns in the same run: the ratio of the medians, then what each reached as median (min–max) of the
            rounds. Losing rows stay in.
            """;

    private final Path file;

    ResultsFile(Path file) {
        this.file = file;
    }

    /** Replaces the section of this name, or adds it at the end. */
    void put(String name, String title, String body) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : PREFACE;
        Files.writeString(file, replaced(text, name, title, body));
    }

    static String replaced(String text, String name, String title, String body) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->\n";
        String part = begin + "## " + title + "\n\n" + body.strip() + "\n" + end;
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            return text.stripTrailing() + "\n\n" + part;
        }
        return text.substring(0, from) + part + text.substring(to + end.length());
    }
}
