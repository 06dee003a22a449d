package dev.interlock.approval.authority;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked by handlers, inside their command: who can administer the installation. */
@Component
public class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All who are admin everywhere and can sign in. Until the command is over nothing else is
     * recorded, so two admins cannot remove each other at once. It is the lock of every append and
     * no second one, so that two commands never wait for each other.
     */
    public Set<String> heldFast() {
        jdbc.sql("SELECT lock_appends()").query().singleRow();
        return jdbc.sql(
                        """
                        SELECT person FROM person_role r JOIN person p USING (person)
                        WHERE r.role = 'admin' AND r.products = '{}' AND r.environments = '{}'
                          AND p.deactivated_at IS NULL
                        """)
                .query(String.class)
                .set();
    }
}
