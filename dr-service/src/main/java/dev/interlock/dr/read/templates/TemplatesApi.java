package dev.interlock.dr.read.templates;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.dr.http.TemplateView;
import dev.interlock.dr.read.templates.TemplateRows.TemplateRow;
import dev.interlock.edge.Caller;
import dev.interlock.edge.EntityTags;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TemplatesApi {

    private static final int LARGEST_VERSION = 10_000;

    private final TemplateRows rows;
    private final Entities<Template, TemplateEvent> templates;

    TemplatesApi(TemplateRows rows, Entities<Template, TemplateEvent> templates) {
        this.rows = rows;
        this.templates = templates;
    }

    @GetMapping("/v1/templates")
    ResponseEntity<Page<TemplateRow>> all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var window = Page.Window.of(limit, cursor);
        return Page.answer(rows.find(window), window, TemplateRow::position);
    }

    /** The tag is that of the version shown: who has seen an old one may not edit. */
    @GetMapping("/v1/templates/{id}")
    ResponseEntity<TemplateView> one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            Caller caller) {
        caller.require(Permission.READ);
        if (version != null && (version < 1 || version > LARGEST_VERSION)) {
            throw Problem.invalid(
                    "?version", "is %d (expected: 1 to %d)".formatted(version, LARGEST_VERSION));
        }
        var view = TemplateView.of(id, templates.load(id), version);
        return ResponseEntity.ok().eTag(EntityTags.of(view.version())).body(view);
    }
}
