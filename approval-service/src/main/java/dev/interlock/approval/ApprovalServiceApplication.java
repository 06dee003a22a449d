package dev.interlock.approval;

import dev.interlock.edge.EdgeConfiguration;
import dev.interlock.eventstore.EventStoreConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({EdgeConfiguration.class, EventStoreConfiguration.class})
public class ApprovalServiceApplication {

    /** The configuration file has the service's name: several services may share a classpath. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(ApprovalServiceApplication.class)
                .properties("spring.config.name=approval-service")
                .run(args);
    }
}
