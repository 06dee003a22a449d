package dev.interlock.approval.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version as the registry told it just before a decision.
 *
 * @param registered false if neither a build nor a deployment ever named it
 * @param digest the artifact it is bound to; null while unbound
 * @param builders the persons who built it
 * @param environment the one a sign-off is for; null = any
 */
public record VersionSnapshot(
        VersionName name,
        boolean registered,
        @Nullable String digest,
        Set<String> builders,
        @Nullable Environment environment) {

    /**
     * @param type {@code development}, {@code test}, {@code staging} or {@code production}
     * @param separation whether duties are separated there; null = where the type is production
     */
    public record Environment(String name, String type, @Nullable Boolean separation) {

        /** As is usual for the type. */
        public Environment(String name, String type) {
            this(name, type, null);
        }

        boolean separatesDuties() {
            return separation == null ? type.equals("production") : separation;
        }
    }

    /** A sign-off for any environment is one for production, too. */
    public boolean separatesDuties() {
        return environment == null || environment.separatesDuties();
    }

    public @Nullable String environmentName() {
        return environment == null ? null : environment.name();
    }
}
