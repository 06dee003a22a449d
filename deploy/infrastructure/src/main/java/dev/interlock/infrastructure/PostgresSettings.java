package dev.interlock.infrastructure;

import java.nio.file.Path;

/**
 * @param folder the server's own folder: its data below {@code data}, its log in {@code
 *     postgresql.log}
 * @param port on 127.0.0.1; 0 takes a free one
 * @param password of the superuser {@code postgres}, set when the folder is first used
 * @param durable whether a commit waits for the disk; only tests say no
 */
public record PostgresSettings(Path folder, Path log, int port, String password, boolean durable) {
    public PostgresSettings(Path folder, int port, String password) {
        this(folder, folder.resolve("postgresql.log"), port, password, true);
    }
}
