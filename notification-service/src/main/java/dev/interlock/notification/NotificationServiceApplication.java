package dev.interlock.notification;

import dev.interlock.edge.EdgeConfiguration;
import dev.interlock.eventstore.EventStoreConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Inboxes: who can act now is asked, and authors hear of each result. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({EdgeConfiguration.class, EventStoreConfiguration.class})
public class NotificationServiceApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties("spring.config.name=notification-service")
                .run(args);
    }
}
