package dev.interlock.dr.http;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Notes.Link;
import dev.interlock.dr.http.RequestForm.LinkBody;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a body says beside the contents. */
final class NoteForms {

    private static final int MOST_LINKS = 50;
    private static final int MOST_LABELS = 50;
    private static final int TEXT_LENGTH = 255;

    private final Violations violations;
    private final Fields fields;

    NoteForms(Violations violations, Fields fields) {
        this.violations = violations;
        this.fields = fields;
    }

    /**
     * @param beginning labels that are there already, unless the body says otherwise
     */
    Notes check(RequestForm body, Map<String, String> beginning) {
        var all = new TreeMap<>(beginning);
        all.putAll(labels(requireNonNullElse(body.labels(), Map.of())));
        return new Notes(
                fields.text("/release_notes", body.releaseNotes()),
                links(body.links()),
                body.plannedAt(),
                all,
                body.requestExpiresAt());
    }

    private List<Link> links(@Nullable List<@Nullable LinkBody> bodies) {
        var links = new ArrayList<Link>();
        var given = fields.<@Nullable LinkBody>bounded("/links", bodies, MOST_LINKS);
        for (int i = 0; i < given.size(); i++) {
            var at = "/links/" + i;
            var body = given.get(i);
            if (body == null) {
                violations.add(at, "is required");
                continue;
            }
            links.add(
                    new Link(
                            fields.word(at + "/kind", body.kind()),
                            fields.webAddress(at + "/url", body.url()),
                            violations.optionalLine(at + "/title", body.title(), TEXT_LENGTH)));
        }
        return links;
    }

    Map<String, String> labels(Map<String, @Nullable String> given) {
        var labels = new TreeMap<String, String>();
        if (given.size() > MOST_LABELS) {
            violations.add(
                    "/labels",
                    "has " + given.size() + " entries (expected: <= " + MOST_LABELS + ")");
            return labels;
        }
        given.forEach(
                (name, value) -> {
                    var at = "/labels/" + name.replace("~", "~0").replace("/", "~1");
                    labels.put(fields.word(at, name), violations.line(at, value, TEXT_LENGTH));
                });
        return labels;
    }
}
