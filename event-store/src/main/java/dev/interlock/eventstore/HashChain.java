package dev.interlock.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** The same computation as the database function {@code event_hash}, done outside the database. */
final class HashChain {

    /** What the first event chains to. */
    static final String START = "0".repeat(64);

    private HashChain() {}

    static String hashOf(StoredEvent e) {
        String text =
                String.join(
                        "\n",
                        e.previousHash(),
                        Long.toString(e.position()),
                        e.id(),
                        Long.toString(e.sequence()),
                        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, e.time())),
                        Integer.toString(e.version()),
                        Integer.toString(bytes(e.entityType()).length),
                        Integer.toString(bytes(e.entityId()).length),
                        Integer.toString(bytes(e.name()).length),
                        e.entityType(),
                        e.entityId(),
                        e.name(),
                        e.payload(),
                        e.metadata());
        return HexFormat.of().formatHex(sha256().digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
