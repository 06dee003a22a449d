package dev.interlock.infrastructure.testing;

import dev.interlock.infrastructure.PostgresAdministrator;

/** Where the servers of this JVM's tests come from. */
sealed interface Backend permits EmbeddedBackend, DockerBackend {
    /** Started on first use. */
    PostgresAdministrator postgres();

    /** The value of {@code bootstrap.servers}; started on first use. */
    String kafkaServers();
}
