package dev.interlock.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports of 127.0.0.1. */
public final class Ports {
    private static final int LOWEST = 15_000;
    private static final int OUTGOING = 32_768;
    private static final int ATTEMPTS = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Twice the same would not be free when both are listened on. */
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on now. It lies below the ranges from which systems number
     * outgoing connections (Linux from 32768, others from 49152, RFC 6335): a connection made
     * between this call and the listening cannot take it.
     */
    public static int free() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = RANDOM.nextInt(LOWEST, OUTGOING);
            if (HANDED_OUT.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new InfrastructureFailure(
                "found no free port from %d to %d".formatted(LOWEST, OUTGOING - 1));
    }

    /** The given port, or a free one for 0. */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As the servers do: a port whose last connections are still in TIME_WAIT is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
