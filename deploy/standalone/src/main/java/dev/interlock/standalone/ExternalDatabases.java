package dev.interlock.standalone;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.Databases;
import dev.interlock.standalone.Options.ExternalDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A PostgreSQL run by someone else, with a schema and a role per service as in the embedded one.
 */
final class ExternalDatabases {
    private static final int OLDEST = 17;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private ExternalDatabases() {}

    static Map<String, DatabaseAccess> prepare(ExternalDatabase database, Secrets secrets) {
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw unusable(database, "version " + version + " (expected: >= " + OLDEST + ")");
            }
            return Databases.prepare(connection, database.url(), secrets.databasePasswords());
        } catch (SQLException e) {
            var reason = String.valueOf(e.getMessage()).replace('\n', ' ');
            throw unusable(
                    database,
                    INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                            ? reason + "; it needs CREATEROLE, and CREATE on the database"
                            : reason);
        }
    }

    private static CannotStart unusable(ExternalDatabase database, String reason) {
        return new CannotStart(
                "INTERLOCK_DATABASE_URL: no usable database at " + database + ": " + reason);
    }
}
