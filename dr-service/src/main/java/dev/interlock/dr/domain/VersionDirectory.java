package dev.interlock.dr.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registered versions, as committed. */
public interface VersionDirectory {

    /**
     * @param scmSha the commit it is bound to; null while unbound
     */
    record Known(String product, String version, @Nullable String scmSha) {}

    Optional<Known> find(String product, String version);
}
