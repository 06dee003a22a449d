package dev.interlock.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path HOME = Path.of("/checkout");

    @Test
    void withoutAnyTheDefaultsHold() {
        var options = Options.of(List.of(), Map.of(), HOME);
        assertThat(options.data()).isEqualTo(Path.of("/checkout/data"));
        assertThat(options.processes()).isFalse();
        assertThat(options.ports())
                .containsEntry(Part.GATEWAY, 8080)
                .containsEntry(Part.POSTGRESQL, 5434);
        assertThat(options.database()).isEmpty();
        assertThat(options.kafkaServers()).isEmpty();
    }

    @Test
    void argumentsAndEnvironmentAreRead() {
        var options =
                Options.of(
                        List.of("--processes", "--data", "/elsewhere"),
                        Map.of(
                                "INTERLOCK_PORT", "0",
                                "INTERLOCK_KAFKA_SERVERS", "kafka:9092",
                                "INTERLOCK_DATABASE_URL", "jdbc:postgresql://db/interlock",
                                "INTERLOCK_DATABASE_USER", "interlock",
                                "INTERLOCK_DATABASE_PASSWORD", "secret"),
                        HOME);
        assertThat(options.processes()).isTrue();
        assertThat(options.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(options.ports()).containsEntry(Part.GATEWAY, 0);
        assertThat(options.kafkaServers()).contains("kafka:9092");
        assertThat(options.database().orElseThrow().user()).isEqualTo("interlock");
        assertThat(options.database().orElseThrow().toString()).doesNotContain("secret");
    }

    @Test
    void theJvmOfOneServiceMayBeToldMore() {
        var options =
                Options.of(
                        List.of("--processes"),
                        Map.of("INTERLOCK_RULES_JAVA_OPTIONS", " -Xmx1g  -Xss1m "),
                        HOME);
        assertThat(options.javaOptions())
                .isEqualTo(Map.of(Part.RULES, List.of("-Xmx1g", "-Xss1m")));
    }

    @Test
    void aMistakeIsNamed() {
        assertThatThrownBy(() -> Options.of(List.of("--proceses"), Map.of(), HOME))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--proceses");
        for (var port : List.of("http", "-1", "65536")) {
            assertThatThrownBy(() -> Options.of(List.of(), Map.of("INTERLOCK_DR_PORT", port), HOME))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("INTERLOCK_DR_PORT: " + port);
        }
        assertThatThrownBy(
                        () ->
                                Options.of(
                                        List.of(),
                                        Map.of(
                                                "INTERLOCK_DATABASE_URL",
                                                "jdbc:postgresql://db/interlock"),
                                        HOME))
                .hasMessageContaining("INTERLOCK_DATABASE_USER");
        assertThatThrownBy(
                        () ->
                                Options.of(
                                        List.of(),
                                        Map.of("INTERLOCK_DATABASE_URL", "db:5432"),
                                        HOME))
                .hasMessageContaining("expected: jdbc:postgresql://");
        assertThatThrownBy(
                        () ->
                                Options.of(
                                        List.of(),
                                        Map.of(
                                                "INTERLOCK_DATABASE_URL",
                                                "jdbc:postgresql://db/x?password=secret"),
                                        HOME))
                .hasMessageContaining("INTERLOCK_DATABASE_PASSWORD")
                .hasMessageNotContaining("secret");
    }
}
