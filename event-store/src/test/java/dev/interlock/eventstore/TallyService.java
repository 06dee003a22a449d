package dev.interlock.eventstore;

import dev.interlock.eventstore.Tally.Closed;
import dev.interlock.eventstore.Tally.Counted;
import dev.interlock.eventstore.Tally.Noticed;
import dev.interlock.eventstore.Tally.TallyEvent;
import dev.interlock.infrastructure.DatabaseAccess;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica of a service that imports the event store as a real one does. */
final class TallyService implements AutoCloseable {

    static final EventMetadata ANN =
            new EventMetadata("user", "usr_ann", "human", "api", null, "req-1", null, "00-1-2-01");

    private final ConfigurableApplicationContext context;

    private TallyService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TallyService on(DatabaseAccess database) {
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.user(),
                        "spring.datasource.password", database.password(),
                        "spring.datasource.hikari.maximum-pool-size", "12",
                        "spring.flyway.locations", "classpath:db/event-store,classpath:db/tally",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"));
        return new TallyService(application.run());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Commands commands() {
        return get(Commands.class);
    }

    EventReader reader() {
        return get(EventReader.class);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    <R> Answer<R> send(Object command) {
        return commands().send(command, ANN);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventStoreConfiguration.class)
    static class Parts {

        @Bean
        EventCatalogue catalogue() {
            return EventCatalogue.of("dr")
                    .add("tally.counted", 1, Counted.class)
                    .add("tally.closed", 1, Closed.class)
                    .add("tally.noticed", 1, Noticed.class)
                    .build();
        }

        @Bean
        Publication publication() {
            return event ->
                    event.name().equals("tally.noticed")
                            ? Optional.empty()
                            : Optional.of(
                                    new Publication.Published(
                                            event.name(),
                                            event.version(),
                                            event.entityId(),
                                            event.payload()));
        }

        @Bean
        Entities<Tally, TallyEvent> tallies(EntityStore store) {
            return store.entities("tally", Tally.NEW, Tally::evolve);
        }

        @Bean
        TallyHandlers handlers(Entities<Tally, TallyEvent> tallies, JdbcClient jdbc) {
            return new TallyHandlers(tallies, jdbc);
        }

        @Bean
        Dawdler dawdler() {
            return new Dawdler();
        }

        @Bean
        TallyTotals totals(JdbcClient jdbc) {
            return new TallyTotals(jdbc);
        }
    }
}
