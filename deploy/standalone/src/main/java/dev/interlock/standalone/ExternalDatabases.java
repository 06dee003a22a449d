package dev.interlock.standalone;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.standalone.Options.ExternalDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PostgreSQL run by someone else: a schema per service, all in the hands of the one role that was
 * given.
 */
final class ExternalDatabases {
    private ExternalDatabases() {}

    static Map<String, DatabaseAccess> prepare(ExternalDatabase database) {
        var access = new LinkedHashMap<String, DatabaseAccess>();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (var service : Part.withDatabase()) {
                var schema = service.source();
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
                var separator = database.url().contains("?") ? "&" : "?";
                access.put(
                        schema,
                        new DatabaseAccess(
                                database.url() + separator + "currentSchema=" + schema,
                                database.user(),
                                database.password(),
                                schema));
            }
            return access;
        } catch (SQLException e) {
            throw new CannotStart(
                    "INTERLOCK_DATABASE_URL: no usable database at "
                            + database
                            + ": "
                            + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }
}
