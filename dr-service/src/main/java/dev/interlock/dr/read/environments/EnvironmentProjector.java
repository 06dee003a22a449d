package dev.interlock.dr.read.environments;

import dev.interlock.dr.domain.Ids;
import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.EnvironmentRegistered;
import dev.interlock.eventstore.InlineProjection;
import dev.interlock.eventstore.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EnvironmentProjector implements InlineProjection {

    private final JdbcClient jdbc;

    EnvironmentProjector(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "environments";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (event instanceof EnvironmentEvent environment) {
            switch (environment) {
                case EnvironmentRegistered(
                                var name,
                                _,
                                var type,
                                var mode,
                                var zone,
                                var aliases,
                                var separation) ->
                        write(name, type, mode, zone, aliases, separation);
                case EnvironmentChanged(
                                var name,
                                var type,
                                var mode,
                                var zone,
                                var aliases,
                                var separation) ->
                        write(name, type, mode, zone, aliases, separation);
            }
        }
    }

    private void write(
            String name,
            String type,
            String mode,
            String zone,
            List<String> aliases,
            @Nullable Boolean separation) {
        var others = aliases.toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO environment (name, id, type, mode, time_zone, aliases, separation_of_duties)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET type = excluded.type, mode = excluded.mode,
                            time_zone = excluded.time_zone, aliases = excluded.aliases,
                            separation_of_duties = excluded.separation_of_duties
                        """)
                .params(name, Ids.environment(name), type, mode, zone, others)
                .param(separation)
                .update();
        jdbc.sql("DELETE FROM environment_name WHERE environment = ?").param(name).update();
        jdbc.sql(
                        """
                        INSERT INTO environment_name (name, environment)
                        SELECT other, ? FROM unnest(array_append(?::text[], ?)) AS other
                        """)
                .params(name, others, name)
                .update();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM environment").update();
        jdbc.sql("DELETE FROM environment_name").update();
    }
}
