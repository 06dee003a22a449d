package dev.interlock.infrastructure.testing;

import dev.interlock.infrastructure.PostgresAdministrator;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Servers in containers, which Testcontainers removes when the JVM ends. */
final class DockerBackend implements Backend {
    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer kafka;

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public synchronized PostgresAdministrator postgres() {
        var server = postgres;
        if (server == null) {
            server =
                    new PostgreSQLContainer("postgres:18")
                            .withUsername("postgres")
                            .withPassword("interlock")
                            .withCommand("postgres", "-c", "max_connections=300");
            server.start();
            postgres = server;
        }
        return new PostgresAdministrator(
                "jdbc:postgresql://"
                        + server.getHost()
                        + ":"
                        + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
                        + "/",
                server.getUsername(),
                server.getPassword());
    }

    @Override
    public synchronized String kafkaServers() {
        var server = kafka;
        if (server == null) {
            server = new KafkaContainer("apache/kafka-native:4.2.0");
            server.start();
            kafka = server;
        }
        return server.getBootstrapServers();
    }
}
