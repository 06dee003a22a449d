package dev.interlock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import dev.interlock.rules.operate.Rebuilding;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.projection.StateHash;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start goes on from the stored world, and only from one that is surely its own. */
class WarmStartIT {

    private static final int EVERY = 50;
    private static final int NEVER = 0;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private OwnerStandIn dr;
    private OwnerStandIn approval;
    private OwnerStandIn notification;
    private DatabaseAccess database;

    @BeforeEach
    void history() throws IOException {
        dr = new OwnerStandIn(Sources.DR);
        approval = new OwnerStandIn(Sources.APPROVAL);
        notification = new OwnerStandIn(Sources.NOTIFICATION);
        database = TestInfrastructure.freshDatabase();
        happens(dr);
    }

    @AfterEach
    void close() {
        dr.close();
        approval.close();
        notification.close();
    }

    private static void happens(OwnerStandIn owner) {
        owner.append(
                "environment.registered",
                "production",
                new EnvironmentRegisteredV1(
                        "production", "e1", "production", "enforce", "UTC", List.of("live")));
        for (int i = 0; i < EVERY; i++) {
            seen(owner, "v" + i);
        }
    }

    private static void seen(OwnerStandIn owner, String version) {
        owner.append(
                "version.registered",
                "api@" + version,
                new VersionRegisteredV1("api", version, "ver_" + version));
    }

    @Test
    void aWarmStartAndAColdOneKnowTheSame() {
        storedByAFirstRun();
        seen(dr, "later");

        assertThat(stateAfterAStart(EVERY)).isEqualTo(stateAfterAStart(NEVER));
    }

    @Test
    void whatIsStoredIsNotReadAgain() {
        storedByAFirstRun();
        somethingElseWasSaidAtTheBeginning();
        seen(dr, "later");

        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).isFalse();
            var world = service.getBean(LiveWorld.class).world();
            assertThat(world.version("api", "v7").firstSeen()).isNotNull();
            assertThat(world.version("api", "later").firstSeen()).isNotNull();
            assertThat(world.environment("live")).isNotNull();
        }
        try (var service = started(NEVER)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).isTrue();
        }
    }

    @Test
    void aRebuildDoesAwayWithWhatIsStored() {
        storedByAFirstRun();
        somethingElseWasSaidAtTheBeginning();

        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).isFalse();
            service.getBean(Rebuilding.class).rebuild();
            assertThat(hasReadAgain(service)).isTrue();
        }
        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).as("as it was rebuilt").isTrue();
        }
    }

    /** An owner that is away for a moment is waited for. */
    @Test
    void theOwnerIsAskedAgainWhileItIsAway() {
        storedByAFirstRun();
        somethingElseWasSaidAtTheBeginning();
        dr.goAway(true);

        try (var service = started(EVERY)) {
            await().during(Duration.ofSeconds(1))
                    .atMost(LIMIT)
                    .until(() -> service.getBean(LiveWorld.class).world().positions().isEmpty());
            dr.goAway(false);
            caughtUp(service);
            assertThat(hasReadAgain(service)).isFalse();
        }
    }

    /** Another history of the same length: an event store that was restored, or is not ours. */
    @Test
    void anotherHistoryIsReadFromItsBeginning() throws IOException {
        storedByAFirstRun();
        dr.close();
        dr = new OwnerStandIn(Sources.DR, "another");
        happens(dr);
        somethingElseWasSaidAtTheBeginning();

        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).isTrue();
        }
    }

    @Test
    void aHistoryThatIsShorterNowIsReadFromItsBeginning() throws IOException {
        storedByAFirstRun();
        dr.close();
        dr = new OwnerStandIn(Sources.DR);
        seen(dr, "only");

        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(service.getBean(LiveWorld.class).world().environments()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stored_world_part set contents = set_byte(contents, 40, 1 + get_byte(contents, 40) % 250)",
                "delete from stored_world_part",
                "update stored_world set seal = repeat('0', 64)",
                "update stored_world set build = 'another'",
                "update stored_world set seal = null"
            })
    void whatIsNotAsItWasStoredIsNotBelieved(String tampering) {
        storedByAFirstRun();
        assertThat(jdbc().sql(tampering).update()).isPositive();
        somethingElseWasSaidAtTheBeginning();

        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(hasReadAgain(service)).isTrue();
            assertThat(service.getBean(LiveWorld.class).world().environment("live")).isNotNull();
        }
    }

    @Test
    void whatCannotBeReadIsNotStored() {
        dr.append("version.registered", "api@broken", "{\"product\":7}");
        try (var service = started(EVERY)) {
            caughtUp(service);
            assertThat(service.getBean(LiveWorld.class).world().unreadable()).isNotEmpty();
            var worlds = service.getBean(JdbcClient.class).sql("select count(*) from stored_world");
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> worlds.query(Integer.class).single() == 0);
        }
    }

    private void storedByAFirstRun() {
        try (var service = started(EVERY)) {
            caughtUp(service);
            var sealed =
                    service.getBean(JdbcClient.class)
                            .sql("select count(*) from stored_world where seal is not null");
            await().atMost(LIMIT).until(() -> sealed.query(Integer.class).single() == 1);
        }
    }

    /** Nothing shows it: whoever knows it has read all events again. */
    private void somethingElseWasSaidAtTheBeginning() {
        dr.rewrite(
                2,
                "version.registered",
                "api@rewritten",
                new VersionRegisteredV1("api", "rewritten", "ver_r"));
    }

    private static boolean hasReadAgain(ConfigurableApplicationContext service) {
        var world = service.getBean(LiveWorld.class).world();
        return world.version("api", "rewritten").firstSeen() != null;
    }

    private String stateAfterAStart(int storeEvery) {
        try (var service = started(storeEvery)) {
            caughtUp(service);
            return StateHash.of(service.getBean(LiveWorld.class).world());
        }
    }

    private void caughtUp(ConfigurableApplicationContext service) {
        var live = service.getBean(LiveWorld.class);
        await().atMost(LIMIT).until(() -> live.world().position(Sources.DR) == dr.head());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(
                new org.springframework.jdbc.datasource.DriverManagerDataSource(
                        database.url(), database.user(), database.password()));
    }

    private ConfigurableApplicationContext started(int storeEvery) {
        var settings =
                Stream.of(
                        "interlock.port=0",
                        "interlock.database.url=" + database.url(),
                        "interlock.database.user=" + database.user(),
                        "interlock.database.password=" + database.password(),
                        "interlock.kafka.servers=" + TestInfrastructure.kafkaServers(),
                        "interlock.identity.secret=0123456789abcdef0123456789abcdef",
                        "interlock.services.dr=" + dr.address(),
                        "interlock.services.approval=" + approval.address(),
                        "interlock.services.notification=" + notification.address(),
                        "interlock.world.store-every=" + storeEvery,
                        "interlock.world.store-pause=100ms");
        return new SpringApplicationBuilder(RulesEngineServiceApplication.class)
                .properties("spring.config.name=rules-engine-service")
                .run(settings.map(setting -> "--" + setting).toArray(String[]::new));
    }
}
