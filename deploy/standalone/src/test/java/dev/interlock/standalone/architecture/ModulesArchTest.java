package dev.interlock.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.interlock.standalone.architecture.Architecture.failsOn;
import static dev.interlock.standalone.architecture.Architecture.holds;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module table: who may know whom. */
class ModulesArchTest {

    private static final String[] SERVICES = {
        "dev.interlock.dr..",
        "dev.interlock.approval..",
        "dev.interlock.rules..",
        "dev.interlock.notification..",
        "dev.interlock.gateway.."
    };

    private static final ArchRule CONTRACTS_KNOW_THE_JDK_ONLY =
            classes()
                    .that()
                    .resideInAPackage("dev.interlock.contracts..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "dev.interlock.contracts..")
                    .because("what is said must not drag in how it is carried");

    private static final ArchRule EVENT_STORE_KNOWS_NO_KAFKA_AND_NO_DOMAIN =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.eventstore..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    with(
                                            SERVICES,
                                            "org.apache.kafka..",
                                            "dev.interlock.eventstream..")))
                    .because("facts are kept without knowing who hears of them");

    private static final ArchRule EVENT_STREAM_KNOWS_NO_AXON_AND_NO_DOMAIN =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.eventstream..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    with(
                                            SERVICES,
                                            "org.axonframework..",
                                            "dev.interlock.eventstore..")))
                    .because("facts are carried without knowing how they are kept");

    private static final ArchRule SERVICE_EDGE_STAYS_SMALL =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.edge..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    with(
                                            SERVICES,
                                            "org.axonframework..",
                                            "org.apache.kafka..",
                                            "dev.interlock.eventstore..",
                                            "dev.interlock.eventstream..")))
                    .because("it holds what every HTTP side needs, and grows nothing else");

    private static final ArchRule INFRASTRUCTURE_KNOWS_NO_SERVICE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.infrastructure..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    with(
                                            SERVICES,
                                            "dev.interlock.contracts..",
                                            "dev.interlock.eventstore..",
                                            "dev.interlock.eventstream..",
                                            "dev.interlock.edge..")))
                    .because("it starts servers and is used by every module's tests");

    private static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("dev.interlock.(dr|approval|rules|notification|gateway)..")
                    .should()
                    .notDependOnEachOther()
                    .because(
                            "they talk by contracts alone, so that each can be changed and started alone");

    private static final ArchRule GATEWAY_KEEPS_NO_TRUTH =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.gateway..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.axonframework..",
                                    "org.apache.kafka..",
                                    "dev.interlock.eventstore..",
                                    "dev.interlock.eventstream..",
                                    "javax.sql.."))
                    .because("it authenticates, signs and translates");

    private static String[] with(String[] services, String... more) {
        return Stream.concat(Arrays.stream(services), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void contractsKnowTheJdkOnly() {
        holds(CONTRACTS_KNOW_THE_JDK_ONLY);
        failsOn(CONTRACTS_KNOW_THE_JDK_ONLY, dev.interlock.contracts.planted.KnowsAssertions.class);
    }

    @Test
    void eventStoreKnowsNoKafkaAndNoDomain() {
        holds(EVENT_STORE_KNOWS_NO_KAFKA_AND_NO_DOMAIN);
        failsOn(
                EVENT_STORE_KNOWS_NO_KAFKA_AND_NO_DOMAIN,
                dev.interlock.eventstore.planted.KnowsKafka.class);
    }

    @Test
    void eventStreamKnowsNoAxonAndNoDomain() {
        holds(EVENT_STREAM_KNOWS_NO_AXON_AND_NO_DOMAIN);
        failsOn(
                EVENT_STREAM_KNOWS_NO_AXON_AND_NO_DOMAIN,
                dev.interlock.eventstream.planted.KnowsAxon.class);
    }

    @Test
    void serviceEdgeStaysSmall() {
        holds(SERVICE_EDGE_STAYS_SMALL);
        failsOn(SERVICE_EDGE_STAYS_SMALL, dev.interlock.edge.planted.KnowsAxon.class);
    }

    @Test
    void infrastructureKnowsNoService() {
        holds(INFRASTRUCTURE_KNOWS_NO_SERVICE);
        failsOn(
                INFRASTRUCTURE_KNOWS_NO_SERVICE,
                dev.interlock.infrastructure.planted.KnowsContracts.class);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        holds(SERVICES_DO_NOT_KNOW_EACH_OTHER);
        failsOn(
                SERVICES_DO_NOT_KNOW_EACH_OTHER,
                dev.interlock.dr.planted.KnowsAnotherService.class,
                dev.interlock.gateway.planted.Known.class);
    }

    @Test
    void gatewayKeepsNoTruth() {
        holds(GATEWAY_KEEPS_NO_TRUTH);
        failsOn(GATEWAY_KEEPS_NO_TRUTH, dev.interlock.gateway.planted.KeepsTruth.class);
    }
}
