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
    private ExternalDatabases() {}

    static Map<String, DatabaseAccess> prepare(ExternalDatabase database, Secrets secrets) {
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            return Databases.prepare(connection, database.url(), secrets.databasePasswords());
        } catch (SQLException e) {
            throw new CannotStart(
                    "INTERLOCK_DATABASE_URL: no usable database at "
                            + database
                            + ": "
                            + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }
}
