package dev.interlock.dr.domain;

import java.time.ZoneId;

/** Which time zones may be named: UTC, and IANA names of the form Area/City, matched exactly. */
public final class Zones {

    private Zones() {}

    public static boolean valid(String zone) {
        return zone.equals("UTC")
                || (zone.contains("/")
                        && !zone.startsWith("Etc/")
                        && !zone.startsWith("SystemV/")
                        && ZoneId.getAvailableZoneIds().contains(zone));
    }
}
