package dev.interlock.dr.domain;

import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.TemplateEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What deployment requests are made from. Its versions never change; an edit adds one. */
public sealed interface Template {

    record Unknown() implements Template {}

    /**
     * @param versions the first is version 1; at least one
     */
    record Known(String id, List<Outline> versions) implements Template {

        public int version() {
            return versions.size();
        }

        public Outline newest() {
            return versions.getLast();
        }
    }

    /** Empty for a version there is none of. */
    default Optional<Outline> version(int version) {
        return switch (this) {
            case Unknown _ -> Optional.empty();
            case Known(_, var versions) ->
                    version >= 1 && version <= versions.size()
                            ? Optional.of(versions.get(version - 1))
                            : Optional.empty();
        };
    }

    default Template evolve(TemplateEvent event) {
        return switch (event) {
            case TemplateCreated(var id, _, var outline, _) -> new Known(id, List.of(outline));
            case TemplateChanged(_, _, _, var outline, _) ->
                    switch (this) {
                        case Unknown _ -> this;
                        case Known(var id, var versions) -> new Known(id, added(versions, outline));
                    };
        };
    }

    private static List<Outline> added(List<Outline> versions, Outline outline) {
        var all = new ArrayList<>(versions);
        all.add(outline);
        return List.copyOf(all);
    }
}
