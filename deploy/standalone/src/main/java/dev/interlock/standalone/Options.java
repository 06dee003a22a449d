package dev.interlock.standalone;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for, on the command line and by {@code INTERLOCK_*} in the environment.
 *
 * @param home the folder of the checkout, with the packaged services
 * @param ports 0 stands for a free one
 * @param javaOptions more options for the JVM of a service that is a process of its own; of two
 *     that disagree the later one holds, so these do
 * @param database a PostgreSQL run by someone else
 * @param kafkaServers a Kafka run by someone else
 */
record Options(
        Path home,
        Path data,
        boolean processes,
        Map<Part, Integer> ports,
        Map<Part, List<String>> javaOptions,
        Optional<ExternalDatabase> database,
        Optional<String> kafkaServers,
        Optional<String> publicUrl) {

    /**
     * @param url JDBC
     */
    record ExternalDatabase(String url, String user, String password) {
        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    static Options of(List<String> arguments, Map<String, String> environment, Path home) {
        var processes = false;
        var data = setting(environment, "INTERLOCK_DATA").orElse("data");
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals("--processes")) {
                processes = true;
            } else if (argument.equals("--data") && rest.hasNext()) {
                data = rest.next();
            } else if (argument.startsWith("--data=")) {
                data = argument.substring("--data=".length());
            } else {
                throw new CannotStart(
                        "unknown argument " + argument + " (expected: --processes, --data DIR)");
            }
        }
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            ports.put(part, port(part, environment));
        }
        var javaOptions = new EnumMap<Part, List<String>>(Part.class);
        for (var service : Part.services()) {
            setting(environment, service.javaOptionsSetting())
                    .ifPresent(text -> javaOptions.put(service, List.of(text.split("\\s+"))));
        }
        return new Options(
                home,
                home.resolve(data).toAbsolutePath().normalize(),
                processes,
                ports,
                javaOptions,
                database(environment),
                setting(environment, "INTERLOCK_KAFKA_SERVERS"),
                setting(environment, "INTERLOCK_PUBLIC_URL"));
    }

    private static Optional<ExternalDatabase> database(Map<String, String> environment) {
        return setting(environment, "INTERLOCK_DATABASE_URL")
                .map(
                        url -> {
                            if (!url.startsWith("jdbc:postgresql://")) {
                                throw new CannotStart(
                                        "INTERLOCK_DATABASE_URL: "
                                                + url
                                                + " (expected: jdbc:postgresql://HOST:PORT/DATABASE)");
                            }
                            if (url.contains("password=")) {
                                throw new CannotStart(
                                        "INTERLOCK_DATABASE_URL holds a password"
                                                + " (expected: in INTERLOCK_DATABASE_PASSWORD)");
                            }
                            return new ExternalDatabase(
                                    url,
                                    setting(environment, "INTERLOCK_DATABASE_USER")
                                            .orElseThrow(() -> missing("USER")),
                                    setting(environment, "INTERLOCK_DATABASE_PASSWORD")
                                            .orElseThrow(() -> missing("PASSWORD")));
                        });
    }

    private static CannotStart missing(String what) {
        return new CannotStart(
                "INTERLOCK_DATABASE_URL is set, but INTERLOCK_DATABASE_" + what + " is not");
    }

    private static int port(Part part, Map<String, String> environment) {
        var text = setting(environment, part.portSetting());
        try {
            var port = text.map(Integer::parseInt).orElse(part.defaultPort());
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a number out of range is.
        }
        throw new CannotStart(
                part.portSetting() + ": " + text.orElse("") + " (expected: a port, or 0 for any)");
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
