package dev.interlock.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/manage/",
                "//evil.example",
                "/manage",
                "/v1/people",
                "/manage/\\evil",
                "/manage/ x",
                "/manage/x\r\nSet-Cookie: a",
                "javascript:x",
                ""
            })
    void signingInLeadsToOwnPagesOnly(String next) {
        assertThat(SignInPage.safe(next)).isEqualTo("/");
        assertThat(SignInPage.safe(null)).isEqualTo("/");
        assertThat(SignInPage.safe("/manage/deployments?view=dep_1"))
                .isEqualTo("/manage/deployments?view=dep_1");
    }

    @Test
    void aSessionEndsAfterEightHoursOrWhenClosed() {
        var sessions = new Sessions(Clock.fixed(NOW, ZoneOffset.UTC));
        String id = sessions.open("hash");
        assertThat(id).hasSizeGreaterThan(40);
        assertThat(sessions.tokenHash(id)).contains("hash");
        assertThat(sessions.tokenHash("hash")).isEmpty();
        assertThat(sessions.tokenHash("")).isEmpty();
        sessions.close(id);
        assertThat(sessions.tokenHash(id)).isEmpty();
    }

    @Test
    void anOldSessionIsNone() {
        var now = new Instant[] {NOW};
        var sessions =
                new Sessions(
                        new Clock() {
                            @Override
                            public Instant instant() {
                                return now[0];
                            }

                            @Override
                            public ZoneOffset getZone() {
                                return ZoneOffset.UTC;
                            }

                            @Override
                            public Clock withZone(java.time.ZoneId zone) {
                                return this;
                            }
                        });
        String id = sessions.open("hash");
        now[0] = NOW.plus(Duration.ofHours(8));
        assertThat(sessions.tokenHash(id)).isEmpty();
    }
}
