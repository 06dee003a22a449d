package dev.interlock.approval.authority;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who an OpenID provider's subjects are. */
@Component
public class BoundIdentities {

    private final JdbcClient jdbc;

    BoundIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing else is recorded until the command is over. */
    public void holdFast() {
        jdbc.sql("SELECT lock_appends()").query().singleRow();
    }

    public Optional<String> personOf(String issuer, String subject) {
        return jdbc.sql("SELECT person FROM person_identity WHERE issuer = ? AND subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
    }

    public Optional<String> subjectOf(String issuer, String person) {
        return jdbc.sql("SELECT subject FROM person_identity WHERE issuer = ? AND person = ?")
                .params(issuer, person)
                .query(String.class)
                .optional();
    }

    /**
     * @param email folded to lower case
     */
    public Optional<String> personWith(String email) {
        return jdbc.sql("SELECT person FROM person WHERE email = ?")
                .param(email)
                .query(String.class)
                .optional();
    }
}
