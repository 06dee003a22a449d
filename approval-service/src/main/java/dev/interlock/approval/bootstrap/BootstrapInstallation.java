package dev.interlock.approval.bootstrap;

import dev.interlock.approval.domain.Approver;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.write.issuetoken.IssueToken;
import dev.interlock.approval.write.registerperson.RegisterPerson;
import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.EventMetadata;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Defines the approval types that are missing, and registers the first admin. Safe to run twice, by
 * two replicas at once, or again after a crash half-way: all ids are fixed, so a repetition changes
 * nothing.
 */
@Component
class BootstrapInstallation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BootstrapInstallation.class);
    private static final String ADMIN = "usr_bootstrap";
    private static final String TOKEN = "tok_bootstrap";
    private static final Duration LIFE = Duration.ofDays(90);

    private final Commands commands;
    private final JdbcClient jdbc;
    private final BootstrapProperties properties;
    private final Clock clock;

    BootstrapInstallation(
            Commands commands, JdbcClient jdbc, BootstrapProperties properties, Clock clock) {
        this.commands = commands;
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var self = EventMetadata.system("approval-service");
        DefaultApprovalTypes.ALL.forEach(type -> commands.send(type, self));
        var hash = properties.tokenHash();
        if (hash != null && onlyTheAdminIsThereAtMost()) {
            commands.send(new RegisterPerson(ADMIN, "admin", null, List.of(Roles.ADMIN)), self);
            commands.send(
                    new IssueToken(
                            TOKEN,
                            "personal",
                            "bootstrap",
                            ADMIN,
                            Approver.HUMAN,
                            List.of(),
                            List.of(),
                            List.of(),
                            clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS),
                            null,
                            hash),
                    self);
            LOG.info("the first admin is {}", ADMIN);
        }
    }

    /** The admin without a token is what a crash between the two commands leaves. */
    private boolean onlyTheAdminIsThereAtMost() {
        return jdbc.sql(
                        """
                                SELECT NOT EXISTS (SELECT FROM person WHERE person <> ?)
                                   AND NOT EXISTS (SELECT FROM token)
                                """)
                .param(ADMIN)
                .query(Boolean.class)
                .single();
    }
}
