package dev.interlock.standalone;

import java.util.List;

/** How the JVMs of an installation on one small machine are run. */
final class Jvm {
    static final List<String> SMALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-Xss512k",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private Jvm() {}
}
