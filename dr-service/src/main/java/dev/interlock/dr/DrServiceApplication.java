package dev.interlock.dr;

import dev.interlock.edge.EdgeConfiguration;
import dev.interlock.eventstore.EventStoreConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Deployment requests, products, versions, environments and deployments. */
@SpringBootApplication
@Import({EdgeConfiguration.class, EventStoreConfiguration.class})
public class DrServiceApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(DrServiceApplication.class)
                .properties("spring.config.name=dr-service")
                .run(args);
    }
}
