package dev.interlock.dr.read.environments;

import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Environment.Registered;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.edge.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EnvironmentRows implements EnvironmentDirectory {

    private final JdbcClient jdbc;

    EnvironmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Registered> find(String nameOrAlias) {
        return jdbc.sql(
                        """
                        SELECT e.* FROM environment_name n JOIN environment e ON e.name = n.environment
                        WHERE n.name = ?
                        """)
                .param(nameOrAlias)
                .query(EnvironmentRows::row)
                .optional();
    }

    @Override
    public boolean anyEnforces() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM environment WHERE mode = ?)")
                .param(Environment.ENFORCE)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> names() {
        return jdbc.sql("SELECT name FROM environment_name ORDER BY name")
                .query(String.class)
                .list();
    }

    /** By name, one more than the window holds if there are more. */
    List<Registered> find(Page.Names window) {
        return jdbc.sql("SELECT * FROM environment WHERE name > ? ORDER BY name LIMIT ?")
                .params(window.after(), window.limit() + 1)
                .query(EnvironmentRows::row)
                .list();
    }

    private static Registered row(ResultSet r, int index) throws SQLException {
        return new Registered(
                r.getString("name"),
                r.getString("id"),
                r.getString("type"),
                r.getString("mode"),
                r.getString("time_zone"),
                List.of((String[]) r.getArray("aliases").getArray()),
                r.getObject("separation_of_duties", Boolean.class));
    }
}
