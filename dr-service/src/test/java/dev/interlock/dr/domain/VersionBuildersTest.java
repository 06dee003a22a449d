package dev.interlock.dr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Version.Builder;
import dev.interlock.dr.events.BuildReported;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who built a version: whoever any of its builds named. */
class VersionBuildersTest {

    @Test
    void everyBuildAddsItsBuilder() {
        var version =
                new Version.Unknown()
                        .evolve(build("usr_ann", null))
                        .evolve(build("bob", "bob@example.org"))
                        .evolve(build("usr_ann", null))
                        .evolve(build(null, null));

        assertThat(version.builders())
                .containsExactlyInAnyOrder(
                        new Builder("usr_ann", null), new Builder("bob", "bob@example.org"));
    }

    private static BuildReported build(@Nullable String by, @Nullable String email) {
        return new BuildReported(
                "bld_1",
                "api",
                "1.0",
                "completed",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                by,
                null,
                email,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
