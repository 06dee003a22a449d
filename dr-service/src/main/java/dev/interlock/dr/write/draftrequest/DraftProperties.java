package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.events.Origin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param contentsPolicy what a hashed change does to approvals, unless a template says otherwise
 */
@ConfigurationProperties("interlock")
record DraftProperties(@DefaultValue(Origin.INVALIDATE_ALL) String contentsPolicy) {

    DraftProperties {
        if (!Origin.POLICIES.contains(contentsPolicy)) {
            throw new IllegalArgumentException(
                    "interlock.contents-policy: "
                            + contentsPolicy
                            + " (expected: one of "
                            + String.join(", ", Origin.POLICIES)
                            + ")");
        }
    }
}
