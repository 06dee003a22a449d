package dev.interlock.infrastructure.testing;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.Databases;
import dev.interlock.infrastructure.InfrastructureFailure;
import dev.interlock.infrastructure.Ports;
import dev.interlock.infrastructure.ServerLogs;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL and one Kafka for all tests of this JVM, started when first asked for and gone
 * when the JVM ends.
 *
 * <p>{@code -Dinterlock.infra=embedded} takes them from jars, {@code docker} from containers (and
 * fails without an engine), {@code auto}, the default, from containers only where an engine
 * answers.
 */
public final class TestInfrastructure {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestInfrastructure() {}

    private static final class Chosen {
        static final Backend BACKEND = choose(System.getProperty("interlock.infra", "auto"));
    }

    /**
     * A new, empty database with one schema, named {@code service}, and a role that owns just that.
     */
    public static DatabaseAccess freshDatabase() {
        return freshDatabase("service");
    }

    /** A new, empty database with one schema of this name and a role that owns just that. */
    public static DatabaseAccess freshDatabase(String schema) {
        return Objects.requireNonNull(freshDatabase(Map.of(schema, "test")).get(schema));
    }

    /**
     * A new database with several schemas, each with its own role.
     *
     * @param passwords by schema
     */
    public static Map<String, DatabaseAccess> freshDatabase(Map<String, String> passwords) {
        var name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        return Databases.create(Chosen.BACKEND.postgres(), name, passwords);
    }

    /** The value of {@code bootstrap.servers}. Topics are shared by all tests of this JVM. */
    public static String kafkaServers() {
        return Chosen.BACKEND.kafkaServers();
    }

    /** A port of 127.0.0.1 that nobody listens on now. */
    public static int freePort() {
        return Ports.free();
    }

    static Backend choose(String kind) {
        ServerLogs.quiet();
        return switch (kind) {
            case "embedded" -> new EmbeddedBackend();
            case "docker" -> {
                if (!DockerBackend.engineAnswers()) {
                    throw new InfrastructureFailure(
                            "-Dinterlock.infra=docker, but no container engine answers");
                }
                yield new DockerBackend();
            }
            case "auto" ->
                    DockerBackend.engineAnswers() ? new DockerBackend() : new EmbeddedBackend();
            default ->
                    throw new InfrastructureFailure(
                            "-Dinterlock.infra=" + kind + " (expected: auto, docker or embedded)");
        };
    }
}
