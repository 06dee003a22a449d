package dev.interlock.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("interlock"))
                && folder.getParent() instanceof Path parent) {
            folder = parent;
        }
        return folder;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(repository().resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                    repository().resolve("README.md"),
                                    repository().resolve("CHANGELOG.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        for (Path page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    dead.add(repository().relativize(page) + " -> " + links.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyEventIsListedAndNoneBesides() throws IOException {
        var listed =
                Files.readAllLines(repository().resolve("docs/reference/events.md")).stream()
                        .filter(line -> line.startsWith("| `interlock."))
                        .map(line -> line.split("`", -1)[1] + " " + line.split("`", -1)[3])
                        .toList();
        var published =
                MessageCatalogue.entries().stream()
                        .map(e -> Sources.topic(e.source()) + " " + e.type())
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
    }
}
