package dev.interlock.dr;

import dev.interlock.dr.automation.whendeploymentcompletedthencompleterequest.WhenDeploymentCompletedThenCompleteRequest;
import dev.interlock.dr.automation.whenrequestactivatedthenmarkolderrequests.WhenRequestActivatedThenMarkOlderRequests;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Environment;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Product;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.domain.Version;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.ProductEvent;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.dr.events.VersionEvent;
import dev.interlock.dr.http.Leases;
import dev.interlock.dr.write.startdeployment.Gate;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstore.Entities;
import dev.interlock.eventstore.EntityStore;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.EventFollower;
import dev.interlock.eventstore.EventFollowers;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the slices stand on: the kinds of entities, the gate, the automations' followers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DrSettings.class, Leases.class})
class DrServiceModule {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return DrEventCatalogue.create();
    }

    @Bean
    Entities<Environment, EnvironmentEvent> environments(EntityStore store) {
        return store.entities("environment", new Environment.Unknown(), Environment::evolve);
    }

    @Bean
    Entities<Product, ProductEvent> products(EntityStore store) {
        return store.entities("product", new Product.Unknown(), Product::evolve);
    }

    @Bean
    Entities<Version, VersionEvent> versions(EntityStore store) {
        return store.entities("version", new Version.Unknown(), Version::evolve);
    }

    @Bean
    Entities<DeploymentRequest, RequestEvent> requests(EntityStore store) {
        return store.entities(
                "deployment_request", new DeploymentRequest.Unknown(), DeploymentRequest::evolve);
    }

    @Bean
    Entities<Template, TemplateEvent> templates(EntityStore store) {
        return store.entities("template", new Template.Unknown(), Template::evolve);
    }

    @Bean
    Entities<Lane, LaneEvent> lanes(EntityStore store) {
        return store.entities("lane", Lane.unused(), Lane::evolve);
    }

    @Bean
    Gate gate(InternalHttp http, ServiceIdentity self, DrSettings settings) {
        return new Gate(http, self, settings.rules());
    }

    @Bean
    EventFollower completingFollower(
            EventFollowers followers, WhenDeploymentCompletedThenCompleteRequest automation) {
        return followers.follow("when-deployment-completed", automation::on);
    }

    @Bean
    EventFollower supersedingFollower(
            EventFollowers followers, WhenRequestActivatedThenMarkOlderRequests automation) {
        return followers.follow("when-request-activated", automation::on);
    }
}
