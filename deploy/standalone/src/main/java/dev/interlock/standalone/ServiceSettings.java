package dev.interlock.standalone;

import dev.interlock.infrastructure.DatabaseAccess;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each service is told, as the {@code interlock.*} properties that it knows. */
record ServiceSettings(
        PortPlan ports,
        Map<String, DatabaseAccess> databases,
        String kafkaServers,
        String identitySecret,
        String adminTokenHash,
        String publicUrl) {

    Map<String, String> of(Part service) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.config.name", service.label());
        settings.put("interlock.port", Integer.toString(ports.of(service)));
        settings.put("interlock.public-url", publicUrl);
        settings.put("interlock.identity.secret", identitySecret);
        for (var other : Part.withDatabase()) {
            settings.put("interlock.services." + other.source(), ports.url(other));
        }
        if (databases.get(service.source()) instanceof DatabaseAccess access) {
            settings.put("interlock.database.url", access.url());
            settings.put("interlock.database.user", access.user());
            settings.put("interlock.database.password", access.password());
            settings.put("interlock.kafka.servers", kafkaServers);
        }
        if (service == Part.APPROVAL) {
            settings.put("interlock.bootstrap.token-hash", adminTokenHash);
        }
        return settings;
    }

    /** The same for a process of its own: an environment, which other users cannot read. */
    Map<String, String> environmentOf(Part service) {
        var environment = new LinkedHashMap<String, String>();
        of(service)
                .forEach(
                        (name, value) ->
                                environment.put(
                                        name.toUpperCase(Locale.ROOT)
                                                .replace('.', '_')
                                                .replace('-', '_'),
                                        value));
        return environment;
    }

    @Override
    public String toString() {
        return "settings for " + publicUrl;
    }
}
