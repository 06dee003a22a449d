package dev.interlock.dr.http;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.dr.http.RequestForm.TemplateBody;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the version of a template that a deployment request is made from. */
@Component
public class UsedTemplates {

    /**
     * @param id null = made from no template
     * @param version null likewise
     */
    public record Chosen(
            @Nullable String id, @Nullable Integer version, @Nullable Outline outline) {

        public static final Chosen NONE = new Chosen(null, null, null);
    }

    private static final Pattern ID = Pattern.compile("TPL-[0-9]{1,18}");

    private final Entities<Template, TemplateEvent> templates;
    private final Entities<DeploymentRequest, RequestEvent> requests;

    UsedTemplates(
            Entities<Template, TemplateEvent> templates,
            Entities<DeploymentRequest, RequestEvent> requests) {
        this.templates = templates;
        this.requests = requests;
    }

    /**
     * @throws Problem 422 for one that does not exist
     */
    public Chosen chosen(@Nullable TemplateBody body) {
        if (body == null) {
            return Chosen.NONE;
        }
        if (body.id() == null || body.id().isBlank()) {
            throw Problem.invalid("/template/id", "is required");
        }
        var id = body.id().strip();
        if (!ID.matcher(id).matches()) {
            throw Problem.invalid("/template/id", "is no template");
        }
        return switch (templates.load(id)) {
            case Template.Unknown _ -> throw Problem.invalid("/template/id", "is no template");
            case Template.Known known -> {
                int version = body.version() == null ? known.version() : body.version();
                yield known.version(version)
                        .map(outline -> new Chosen(id, version, outline))
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                "/template/version",
                                                "is %d (expected: 1 to %d)"
                                                        .formatted(version, known.version())));
            }
        };
    }

    /**
     * What an existing request was made from, for a body that may say it again.
     *
     * @throws Problem 422 for a body that says something else
     */
    public @Nullable Outline of(String dr, @Nullable TemplateBody body) {
        var used = RequestView.of(dr, requests.load(dr)).template();
        if (body != null
                && (used == null
                        || !used.id().equals(body.id())
                        || (body.version() != null && body.version() != used.version()))) {
            throw Problem.invalid("/template", "is settled when a deployment request is drafted");
        }
        return used == null
                ? null
                : templates
                        .load(used.id())
                        .version(used.version())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                dr + " was made from a template that is lost"));
    }
}
