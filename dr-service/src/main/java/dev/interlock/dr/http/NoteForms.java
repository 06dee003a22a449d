package dev.interlock.dr.http;

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
        all.putAll(fields.labels(body.labels()));
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
}
