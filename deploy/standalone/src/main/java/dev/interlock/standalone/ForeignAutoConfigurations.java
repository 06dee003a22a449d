package dev.interlock.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In one JVM every service sees the libraries of all. Spring Boot would configure, say, a data
 * source for the gateway, which has no database; this names what to leave out so that a service is
 * the same here as in its own jar.
 */
final class ForeignAutoConfigurations {
    private static final String LISTS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    private static final List<String> NOT_FOR_GATEWAY =
            List.of(
                    "/axon-",
                    "/spring-boot-jdbc-",
                    "/spring-boot-sql-",
                    "/spring-boot-flyway-",
                    "/spring-boot-transaction-",
                    "/spring-boot-persistence-",
                    "/spring-boot-kafka-");
    private static final List<String> ONLY_FOR_GATEWAY = List.of("/spring-boot-thymeleaf-");

    private ForeignAutoConfigurations() {}

    /** The value of {@code spring.autoconfigure.exclude}. */
    static String of(Part service) {
        var jars = service == Part.GATEWAY ? NOT_FOR_GATEWAY : ONLY_FOR_GATEWAY;
        try {
            return Collections.list(
                            ForeignAutoConfigurations.class.getClassLoader().getResources(LISTS))
                    .stream()
                    .filter(list -> jars.stream().anyMatch(jar -> list.getPath().contains(jar)))
                    .flatMap(ForeignAutoConfigurations::classes)
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> classes(URL list) {
        try (InputStream content = list.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
