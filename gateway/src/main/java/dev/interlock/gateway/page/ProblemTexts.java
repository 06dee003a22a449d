package dev.interlock.gateway.page;

import dev.interlock.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** What each code means and what to do: the data file {@code pages/problems.json}. */
@Component
final class ProblemTexts {

    /**
     * @param status the HTTP status it usually comes with
     * @param meaning one or two sentences
     * @param action what to do now
     */
    record Text(int status, String meaning, String action) {}

    private final Map<String, Text> texts;

    ProblemTexts() {
        var file =
                new ClassPathResource("pages/problems.json", ProblemTexts.class.getClassLoader());
        try (var in = file.getInputStream()) {
            texts =
                    new TreeMap<>(
                            EdgeJson.strict()
                                    .readValue(in, new TypeReference<Map<String, Text>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Text> find(String code) {
        return Optional.ofNullable(texts.get(code));
    }

    Collection<String> codes() {
        return texts.keySet();
    }
}
