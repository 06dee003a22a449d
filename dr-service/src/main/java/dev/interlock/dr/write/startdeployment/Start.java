package dev.interlock.dr.write.startdeployment;

import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.firstsight.Target;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A wish to start a deployment.
 *
 * @param dr decide by this deployment request alone; null = by all that cover the deployment
 * @param patience how long to wait for a decision beyond the engine's own; zero = ask once
 * @param lease how long it may run before something must be heard of it; null = as is usual here
 * @param override the only override that may lift what fails; null = whichever fits
 */
public record Start(
        Target target,
        @Nullable String dr,
        Reported reported,
        Duration patience,
        @Nullable Duration lease,
        @Nullable String override) {

    /** For as long as is usual here, by whichever override fits. */
    public Start(Target target, @Nullable String dr, Reported reported, Duration patience) {
        this(target, dr, reported, patience, null, null);
    }
}
