package dev.interlock.dr.read.templates;

import static java.time.ZoneOffset.UTC;

import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TemplateProjector implements InlineProjection {

    private final JdbcClient jdbc;

    TemplateProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof TemplateEvent template) {
            switch (template) {
                case TemplateCreated e -> write(occurrence, e.template(), 1, e.outline());
                case TemplateChanged e -> write(occurrence, e.template(), e.version(), e.outline());
            }
        }
    }

    private void write(Occurrence occurrence, String template, int version, Outline outline) {
        jdbc.sql(
                        """
                        INSERT INTO template (id, position, version, name, description, environments,
                            updated_at)
                        VALUES (:id, :position, :version, :name, :description, :environments, :now)
                        ON CONFLICT (id) DO UPDATE SET version = excluded.version,
                            name = excluded.name, description = excluded.description,
                            environments = excluded.environments, updated_at = excluded.updated_at
                        """)
                .param("id", template)
                .param("position", occurrence.position())
                .param("version", version)
                .param("name", outline.name())
                .param("description", outline.description())
                .param("environments", outline.environments().toArray(String[]::new))
                .param("now", occurrence.time().atOffset(UTC))
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM template").update();
    }
}
