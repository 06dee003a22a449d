package dev.interlock.rules.write.requestoverride;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param people how many must stand for an override, at least: 1 or 2
 */
@ConfigurationProperties("interlock.overrides")
record OverrideProperties(@DefaultValue("1") int people) {

    OverrideProperties {
        if (people < 1 || people > 2) {
            throw new IllegalArgumentException(
                    "interlock.overrides.people: " + people + " (expected: 1 or 2)");
        }
    }
}
