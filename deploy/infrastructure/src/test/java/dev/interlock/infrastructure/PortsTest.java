package dev.interlock.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFreePortIsHandedOutOnceAndNeverOneOfOutgoingConnections() {
        var handedOut = new HashSet<Integer>();

        for (int i = 0; i < 200; i++) {
            var port = Ports.free();

            assertThat(port).isBetween(1_024, 32_767);
            assertThat(Ports.isFree(port)).isTrue();
            assertThat(handedOut.add(port)).as("port %d is handed out once", port).isTrue();
        }
    }
}
