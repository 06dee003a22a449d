package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dr-service tells other services of a version when asked.
 *
 * @param registered false if neither a build nor a deployment ever named it
 * @param scmSha the commit it is bound to; null while unbound
 * @param digest the artifact it is bound to, such as {@code sha256:…}; null while unbound
 * @param builders who built it, as its builds were reported
 * @param environment the one asked about, with its type; null if none was, or there is none
 */
public record VersionView(
        String product,
        String version,
        boolean registered,
        @Nullable String scmSha,
        @Nullable String digest,
        List<DeploymentRequestView.Builder> builders,
        DeploymentRequestView.@Nullable Target environment) {}
