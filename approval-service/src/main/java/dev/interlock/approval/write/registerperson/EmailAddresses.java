package dev.interlock.approval.write.registerperson;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an e-mail address is. */
@Component
class EmailAddresses {

    private final JdbcClient jdbc;

    EmailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who has it; null if nobody. Until the command is over, nobody else is told about the same
     * address, so two persons cannot take it at once.
     */
    @Nullable String ownerOf(String email) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('email:' || ?, 0))")
                .param(email)
                .query()
                .singleRow();
        return jdbc.sql("SELECT person FROM person WHERE email = ?")
                .param(email)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
