package dev.interlock.approval.domain;

import dev.interlock.approval.domain.VersionSnapshot.Environment;
import dev.interlock.approval.events.VersionApproved;
import dev.interlock.approval.events.VersionQuarantined;
import dev.interlock.approval.events.VersionRejected;
import dev.interlock.approval.events.VersionSignOffEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versions and what was said of them, for tests. */
public final class Versions {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final VersionName API = new VersionName("api", "2");
    public static final ApprovalType SECURITY =
            new ApprovalType.Defined("security", "Security", List.of("security"));

    private Versions() {}

    /** Bound to an artifact, built by Bob. */
    public static VersionSnapshot built(@Nullable String environmentType) {
        return new VersionSnapshot(
                API,
                true,
                "sha256:1",
                Set.of("usr_bob"),
                environmentType == null ? null : new Environment("somewhere", environmentType));
    }

    public static VersionSignOffs history(VersionSignOffEvent... events) {
        return VersionSignOffs.from(List.of(events));
    }

    public static VersionApproved approved(String id, String by, @Nullable Instant validUntil) {
        return new VersionApproved(
                id,
                "api",
                "2",
                "security",
                null,
                "sha256:1",
                by,
                false,
                "security",
                List.of("security"),
                validUntil,
                "fine",
                List.of(),
                NOW);
    }

    public static VersionRejected rejected(String id, String person) {
        return new VersionRejected(
                id,
                "api",
                "2",
                "security",
                person,
                "security",
                List.of("security"),
                "leaks",
                List.of());
    }

    public static VersionQuarantined quarantined(String id, String person, Duration length) {
        return new VersionQuarantined(
                id, "api", "2", person, "security", List.of("security"), "leaks", NOW.plus(length));
    }
}
