package dev.interlock.benchmarks.append;

import dev.interlock.eventstore.Commands;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.EventMetadata;
import dev.interlock.eventstore.EventStoreConfiguration;
import dev.interlock.eventstore.Publication;
import dev.interlock.infrastructure.DatabaseAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest service there can be: it imports the event store as the real ones do. */
final class AppendService implements AutoCloseable {

    private static final EventMetadata BY =
            new EventMetadata("user", "usr_7f3a1c", "human", "api", null, "req-5d1e", null, null);
    private static final String COMMENT = "Tested on staging, all suites green, ready to go";

    private final ConfigurableApplicationContext context;
    private final Commands commands;
    private final JdbcClient jdbc;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLongArray signOffs = new AtomicLongArray(16);

    private AppendService(ConfigurableApplicationContext context) {
        this.context = context;
        this.commands = context.getBean(Commands.class);
        this.jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("CREATE TABLE raw_row (id bigint PRIMARY KEY, data jsonb NOT NULL)").update();
    }

    static AppendService on(DatabaseAccess database) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password(),
                        "spring.datasource.hikari.maximum-pool-size", "18",
                        "spring.flyway.locations", "classpath:db/event-store",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"));
        return new AppendService(application.run());
    }

    /** Signs off one more time; an entity has up to ten events. */
    void command(int client) {
        long number = signOffs.incrementAndGet(client);
        commands.send(new SignOff("DR-" + client + "-" + number / 10, number), BY);
    }

    void insert(int client) {
        jdbc.sql("INSERT INTO raw_row (id, data) VALUES (?, ?::jsonb)")
                .params(
                        rows.getAndIncrement(),
                        """
                        {"slot": "qa", "revision": %d, "comment": "%s"}
                        """
                                .formatted(client, COMMENT))
                .update();
    }

    @Override
    public void close() {
        context.close();
    }

    record SignOff(String request, long revision) {}

    record SignedOff(String slot, long revision, String comment) {}

    record SignOffs(int count) {}

    static final class Handler {

        private final Entities<SignOffs, SignedOff> requests;

        Handler(Entities<SignOffs, SignedOff> requests) {
            this.requests = requests;
        }

        @CommandHandler
        int handle(SignOff command) {
            return requests.update(
                            command.request(),
                            state -> List.of(new SignedOff("qa", command.revision(), COMMENT)))
                    .state()
                    .count();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    static class Parts {

        @Bean
        EventCatalogue catalogue() {
            return EventCatalogue.of("approval").add("signed_off", 1, SignedOff.class).build();
        }

        @Bean
        Publication publication() {
            return event -> Optional.empty();
        }

        @Bean
        Entities<SignOffs, SignedOff> requests(EntityStore store) {
            return store.entities(
                    "request", new SignOffs(0), (state, event) -> new SignOffs(state.count() + 1));
        }

        @Bean
        Handler handler(Entities<SignOffs, SignedOff> requests) {
            return new Handler(requests);
        }
    }
}
