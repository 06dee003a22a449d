package dev.interlock.dr.firstsight;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.CommandRefused;
import dev.interlock.dr.domain.EnvironmentDirectory;
import dev.interlock.dr.domain.NearestName;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.VersionDirectory;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.write.registerenvironment.RegisterEnvironment;
import dev.interlock.dr.write.registerversion.RegisterVersion;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Registers what is named for the first time. That stands by itself, whatever becomes of the
 * request that named it: the gate has to know it before it is asked.
 */
@Component
public class FirstSight {

    private final EnvironmentDirectory environments;
    private final VersionDirectory versions;
    private final Dispatch dispatch;

    FirstSight(EnvironmentDirectory environments, VersionDirectory versions, Dispatch dispatch) {
        this.environments = environments;
        this.versions = versions;
        this.dispatch = dispatch;
    }

    /**
     * Where a deployment goes, by folded names. An unknown environment is taken in only where
     * nothing is enforced: else a typing error would be one step away from an unapproved
     * deployment.
     *
     * @param scmSha the commit the version is said to be; null if nothing was said
     * @throws Problem 403 when the caller may not deploy this there
     */
    public Target target(
            String product,
            String version,
            String environment,
            @Nullable String scmSha,
            Caller caller) {
        var known = environments.find(environment);
        var name = known.map(k -> k.name()).orElse(environment);
        caller.require(Permission.DEPLOYMENT_REPORT, product, name);
        if (known.isEmpty() && environments.anyEnforces()) {
            var nearest = NearestName.of(name, environments.names()).orElse(null);
            return new Target(
                    product, version, name, new Refusal.UnregisteredEnvironment(name, nearest));
        }
        if (known.isEmpty()) {
            dispatch.sendApart(RegisterEnvironment.atFirstSight(name), caller);
        }
        return new Target(
                product, version, name, version(product, version, scmSha, caller).orElse(null));
    }

    /** Empty when the version is known, and bound to this commit if one was said. */
    public Optional<Refusal> version(
            String product, String version, @Nullable String scmSha, Caller caller) {
        var known = versions.find(product, version);
        if (known.isPresent() && (scmSha == null || scmSha.equals(known.get().scmSha()))) {
            return Optional.empty();
        }
        try {
            dispatch.sendApartOrThrow(new RegisterVersion(product, version, scmSha), caller);
            return Optional.empty();
        } catch (CommandRefused refused) {
            return Optional.of(refused.refusal());
        }
    }
}
