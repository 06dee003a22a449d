package dev.interlock.approval.domain;

import java.util.Optional;

/** Which version a sign-off, a rejection or a quarantine is about. */
public interface VersionSignOffDirectory {

    /** Empty if there is none of that id. */
    Optional<VersionName> versionOf(String id);
}
