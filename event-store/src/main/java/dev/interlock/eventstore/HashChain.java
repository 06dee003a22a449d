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
        MessageDigest digest = sha256();
        add(digest, e.previousHash());
        add(digest, Long.toString(e.position()));
        add(digest, e.id());
        add(digest, e.entityType());
        add(digest, e.entityId());
        add(digest, Long.toString(e.sequence()));
        add(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, e.time())));
        add(digest, e.name());
        add(digest, Integer.toString(e.version()));
        add(digest, e.payload());
        add(digest, e.metadata());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Its length in bytes, a colon, itself: no two rows share a text. */
    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
