package dev.interlock.approval.eligibility;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked by handlers, inside their command: which groups somebody is in now. */
@Component
public class Memberships {

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ids of the groups, as of the newest commit.
     *
     * @param person null for a machine, which is in none
     */
    public Set<String> of(@Nullable String person) {
        return person == null
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("SELECT group_id FROM group_member WHERE person = ?")
                                .param(person)
                                .query(String.class)
                                .set());
    }
}
