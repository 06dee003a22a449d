package dev.interlock.dr.kafka;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.contracts.dr.DrLink;
import dev.interlock.contracts.dr.TemplateRef;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is told of a deployment request beside its contents; what there is none of goes untold. */
record ToldNotes(
        @Nullable Instant requestExpiresAt,
        @Nullable Instant plannedAt,
        @Nullable List<DrLink> links,
        @Nullable Map<String, String> labels) {

    static ToldNotes of(@Nullable Notes given) {
        var notes = requireNonNullElse(given, Notes.NONE);
        return new ToldNotes(
                notes.requestExpiresAt(),
                notes.plannedAt(),
                notes.links().isEmpty()
                        ? null
                        : notes.links().stream()
                                .map(link -> new DrLink(link.kind(), link.url(), link.title()))
                                .toList(),
                notes.labels().isEmpty() ? null : notes.labels());
    }

    static @Nullable TemplateRef template(@Nullable Origin origin) {
        return origin == null || origin.template() == null || origin.templateVersion() == null
                ? null
                : new TemplateRef(origin.template(), origin.templateVersion());
    }

    static @Nullable String supersedes(@Nullable Origin origin) {
        return origin == null ? null : origin.supersedes();
    }
}
