package dev.interlock.dr.http;

import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Outline;
import dev.interlock.edge.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a template as the API shows it.
 *
 * @param newestVersion the one that requests are made from when they name none
 */
public record TemplateView(
        String id,
        int version,
        int newestVersion,
        String name,
        @Nullable String description,
        List<String> environments,
        List<SlotView> slots,
        List<Contents.Step> steps,
        @Nullable String contentsPolicy,
        @Nullable Duration requestExpiresIn,
        Map<String, String> labels) {

    /**
     * @param version null = the newest
     * @throws Problem 404 for one that does not exist
     */
    public static TemplateView of(String id, Template template, @Nullable Integer version) {
        return switch (template) {
            case Template.Unknown _ -> throw Problem.notFound("template " + id);
            case Template.Known known -> {
                int shown = version == null ? known.version() : version;
                yield of(
                        known,
                        shown,
                        known.version(shown)
                                .orElseThrow(
                                        () ->
                                                Problem.notFound(
                                                        "version "
                                                                + shown
                                                                + " of template "
                                                                + id)));
            }
        };
    }

    private static TemplateView of(Template.Known template, int version, Outline outline) {
        return new TemplateView(
                template.id(),
                version,
                template.version(),
                outline.name(),
                outline.description(),
                outline.environments(),
                outline.slots().stream().map(SlotView::of).toList(),
                outline.steps(),
                outline.contentsPolicy(),
                outline.requestExpiresIn(),
                outline.labels());
    }
}
