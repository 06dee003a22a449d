package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherIT {
    @Test
    void oneJvmKeepsItsDataAndShowsTheTokenOnce() {
        try (var installation = Installation.inOneJvm()) {
            for (var part : Installation.SERVICES) {
                assertThat(installation.output())
                        .containsPattern("(?m)^ +" + part + " +127.0.0.1:[0-9]+ +[0-9.]+ s$");
            }
            assertThat(installation.admin().get("/v1/whoami").status()).isEqualTo(200);
            assertThat(installation.data().resolve("secrets/admin-token")).doesNotExist();
            var environment = "{\"name\":\"kept\",\"type\":\"staging\"}";
            assertThat(installation.admin().post("/v1/environments", environment).status())
                    .isEqualTo(201);

            installation.stop();
            assertThat(installation.output()).contains("Stopped; all data is kept");
            installation.start();

            assertThat(installation.output()).doesNotContain("Admin token");
            assertThat(installation.admin().get("/v1/environments/kept").status()).isEqualTo(200);

            var postgres = installation.process("postgresql").pid();
            installation.killLauncher();
            installation.start();

            assertThat(installation.process("postgresql").pid()).isEqualTo(postgres);
            assertThat(installation.admin().get("/v1/environments/kept").status()).isEqualTo(200);
        }
    }

    @Test
    void whatDiesIsStartedAgain() {
        try (var installation = Installation.inProcesses()) {
            var before = new HashMap<String, Long>();
            var parts = new ArrayList<>(Installation.SERVICES);
            parts.add("kafka");
            parts.add("postgresql");
            for (var part : parts) {
                before.put(part, installation.process(part).pid());
                installation.kill(part);
            }
            for (var part : parts) {
                installation.awaitReady(part);
                assertThat(installation.process(part).pid()).isNotEqualTo(before.get(part));
            }
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> installation.admin().get("/v1/whoami").status() == 200);
        }
    }

    @Test
    void whatAKilledLauncherLeavesBehindIsTakenOver() {
        try (var installation = Installation.inProcesses()) {
            var environment = "{\"name\":\"kept\",\"type\":\"staging\"}";
            installation.admin().post("/v1/environments", environment).expect(201);
            var postgres = installation.process("postgresql");
            var left = installation.processes();
            installation.killLauncher();
            assertThat(left).allMatch(ProcessHandle::isAlive);
            assertThat(installation.admin().get("/v1/whoami").status()).isEqualTo(200);

            installation.startAndKillHalfWay();
            awaitEnd(left);
            var leftHalfWay = installation.processes();
            assertThat(leftHalfWay).isNotEmpty();
            installation.start();

            awaitEnd(leftHalfWay);
            assertThat(installation.process("postgresql").pid()).isEqualTo(postgres.pid());
            assertThat(installation.admin().get("/v1/whoami").status()).isEqualTo(200);
            assertThat(installation.admin().get("/v1/environments/kept").status()).isEqualTo(200);
        }
    }

    /** An ended process counts as alive until the system's first process has noticed. */
    private static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
