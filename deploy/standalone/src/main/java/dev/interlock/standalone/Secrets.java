package dev.interlock.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Random secrets of this installation, one per file, readable by their owner only. */
final class Secrets {
    private static final String ADMIN_TOKEN = "admin-token";
    private static final String ADMIN_TOKEN_HASH = "admin-token.sha256";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** 256 random bits, made when first asked for. */
    String get(String name) {
        return read(name).orElseGet(() -> write(name, random()));
    }

    /** By schema, for each service that has one. */
    Map<String, String> databasePasswords() {
        var passwords = new LinkedHashMap<String, String>();
        for (var service : Part.withDatabase()) {
            passwords.put(service.source(), get("database-" + service.source()));
        }
        return passwords;
    }

    /**
     * What approval-service learns about the first administrator's token: its SHA-256, never the
     * token. The token is made at the first start and kept until it was shown.
     */
    String adminTokenHash() {
        return read(ADMIN_TOKEN_HASH)
                .orElseGet(
                        () -> {
                            var token =
                                    read(ADMIN_TOKEN)
                                            .orElseGet(() -> write(ADMIN_TOKEN, "ilp_" + random()));
                            return write(ADMIN_TOKEN_HASH, sha256(token));
                        });
    }

    /** The administrator's token, as long as nobody has seen it. */
    Optional<String> unseenAdminToken() {
        return read(ADMIN_TOKEN);
    }

    void forgetAdminToken() {
        try {
            Files.deleteIfExists(folder.resolve(ADMIN_TOKEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String random() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<String> read(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file + ": " + e);
        }
    }

    /** Whole or not at all: a start that is killed leaves no half a secret. */
    private String write(String name, String value) {
        var file = folder.resolve(name);
        try {
            var unfinished =
                    Files.createTempFile(
                            folder,
                            name,
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, value + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return value;
        } catch (IOException e) {
            throw new CannotStart("cannot write " + file + ": " + e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
