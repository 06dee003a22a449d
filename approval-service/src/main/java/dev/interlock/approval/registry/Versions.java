package dev.interlock.approval.registry;

import dev.interlock.approval.domain.VersionName;
import dev.interlock.approval.domain.VersionSnapshot;
import org.jspecify.annotations.Nullable;

/** Versions as their registry knows them now. */
public interface Versions {

    /**
     * Not to be called inside a command: it waits for another service.
     *
     * @param environment what a sign-off is for; null = any
     * @throws dev.interlock.approval.domain.CommandRefused if there is no such environment
     * @throws dev.interlock.edge.Problem 503 if the registry does not answer
     */
    VersionSnapshot get(VersionName version, @Nullable String environment);
}
