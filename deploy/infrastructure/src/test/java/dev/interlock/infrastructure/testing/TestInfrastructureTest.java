package dev.interlock.infrastructure.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.infrastructure.InfrastructureFailure;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {
    @Test
    void everyDatabaseIsFresh() throws Exception {
        for (var i = 0; i < 2; i++) {
            var access = TestInfrastructure.freshDatabase("dr");
            try (var connection =
                            DriverManager.getConnection(
                                    access.url(), access.user(), access.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE only_once (n int)");
                assertThat(connection.getSchema()).isEqualTo("dr");
            }
        }
    }

    @Test
    void kafkaAnswers() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestInfrastructure.kafkaServers()))) {
            assertThat(admin.describeCluster().nodes().get(30, TimeUnit.SECONDS)).hasSize(1);
        }
    }

    @Test
    void askingForContainersWithoutAnEngineFails() {
        if (!DockerBackend.engineAnswers()) {
            assertThatThrownBy(() -> TestInfrastructure.choose("docker"))
                    .isInstanceOf(InfrastructureFailure.class);
        }
        assertThat(TestInfrastructure.choose("embedded")).isInstanceOf(EmbeddedBackend.class);
        assertThatThrownBy(() -> TestInfrastructure.choose("dokcer"))
                .hasMessageContaining("dokcer");
    }
}
