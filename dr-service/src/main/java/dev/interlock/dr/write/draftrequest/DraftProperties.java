package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.events.Origin;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param contentsPolicy what a hashed change does to approvals, unless a template says otherwise
 */
@ConfigurationProperties("interlock")
record DraftProperties(@DefaultValue(Origin.INVALIDATE_ALL) String contentsPolicy) {

    private static final List<String> POLICIES =
            List.of(Origin.INVALIDATE_ALL, Origin.INVALIDATE_AFFECTED, Origin.LOCK);

    DraftProperties {
        if (!POLICIES.contains(contentsPolicy)) {
            throw new IllegalArgumentException(
                    "interlock.contents-policy: "
                            + contentsPolicy
                            + " (expected: one of "
                            + String.join(", ", POLICIES)
                            + ")");
        }
    }
}
