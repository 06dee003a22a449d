package dev.interlock.standalone;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of an installation, in the order in which they start. */
enum Part {
    POSTGRESQL("postgresql", "INTERLOCK_DATABASE_PORT", 5434, ""),
    KAFKA("kafka", "INTERLOCK_KAFKA_PORT", 9094, ""),
    DR("dr-service", "INTERLOCK_DR_PORT", 8081, "dev.interlock.dr.DrServiceApplication"),
    APPROVAL(
            "approval-service",
            "INTERLOCK_APPROVAL_PORT",
            8082,
            "dev.interlock.approval.ApprovalServiceApplication"),
    RULES(
            "rules-engine-service",
            "INTERLOCK_RULES_PORT",
            8083,
            "dev.interlock.rules.RulesEngineServiceApplication"),
    NOTIFICATION(
            "notification-service",
            "INTERLOCK_NOTIFICATION_PORT",
            8084,
            "dev.interlock.notification.NotificationServiceApplication"),
    GATEWAY("gateway", "INTERLOCK_PORT", 8080, "dev.interlock.gateway.GatewayApplication");

    private final String label;
    private final String portSetting;
    private final int defaultPort;
    private final String mainClass;

    Part(String label, String portSetting, int defaultPort, String mainClass) {
        this.label = label;
        this.portSetting = portSetting;
        this.defaultPort = defaultPort;
        this.mainClass = mainClass;
    }

    static List<Part> services() {
        return Stream.of(values()).filter(Part::isService).toList();
    }

    /** The services that keep events, each in its own schema. */
    static List<Part> withDatabase() {
        return services().stream().filter(part -> part != GATEWAY).toList();
    }

    String label() {
        return label;
    }

    String portSetting() {
        return portSetting;
    }

    String javaOptionsSetting() {
        return "INTERLOCK_" + source().toUpperCase(Locale.ROOT) + "_JAVA_OPTIONS";
    }

    int defaultPort() {
        return defaultPort;
    }

    String mainClass() {
        return mainClass;
    }

    boolean isService() {
        return !mainClass.isEmpty();
    }

    /** The name of its source of events, of its schema, and of its base URL among the settings. */
    String source() {
        return switch (this) {
            case DR -> "dr";
            case APPROVAL -> "approval";
            case RULES -> "rules";
            case NOTIFICATION -> "notification";
            case GATEWAY, POSTGRESQL, KAFKA -> label;
        };
    }
}
