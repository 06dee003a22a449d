package dev.interlock.approval.write.revokerole;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is admin. */
@Component
class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All admins; none of them can lose the role until the command is over, so two admins cannot
     * remove each other at once.
     */
    Set<String> heldFast() {
        return jdbc.sql(
                        "SELECT person FROM person_role WHERE role = 'admin' ORDER BY person"
                                + " FOR UPDATE")
                .query(String.class)
                .set();
    }
}
