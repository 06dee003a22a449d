package dev.interlock.rules.read.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Each row's hash covers the row before it and the whole event, so that a change, a gap and a row
 * put in between all show.
 */
final class AuditChain {

    static final String START = "0".repeat(64);

    private AuditChain() {}

    static String next(String previousHash, long position, String envelope) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash.getBytes(StandardCharsets.US_ASCII));
            digest.update((position + "\n").getBytes(StandardCharsets.US_ASCII));
            digest.update(envelope.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
