package dev.interlock.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.interlock.standalone.architecture.Architecture.failsOn;
import static dev.interlock.standalone.architecture.Architecture.holds;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The core: events hold data, the domain decides, and neither knows a framework, a clock or chance.
 */
class PurityArchTest {

    private static final String GATE = "dev.interlock.contracts.gate..";
    private static final String EXPRESSION = "dev.interlock.rules.domain.expression..";

    private static final ArchRule DOMAIN_KNOWS_EVENTS_ONLY =
            classes()
                    .that()
                    .resideInAPackage("dev.interlock.*.domain..")
                    .and()
                    .resideOutsideOfPackage(EXPRESSION)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.pcollections..",
                            "org.semver4j..",
                            "dev.interlock.*.domain..",
                            "dev.interlock.*.events..",
                            "dev.interlock.contracts..")
                    .because("a decision is a function of state, command and time");

    private static final ArchRule EXPRESSIONS_KNOW_CEL_BESIDES =
            classes()
                    .that()
                    .resideInAPackage(EXPRESSION)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "dev.cel..",
                            "com.google.common..",
                            "dev.interlock.rules.domain..")
                    .because("the library is a detail of one package, and as pure as the rest");

    private static final ArchRule EVENTS_ARE_PLAIN =
            classes()
                    .that()
                    .resideInAPackage("dev.interlock.*.events..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "org.jspecify..", "dev.interlock.*.events..", GATE)
                    .because(
                            "the stored shape must not follow anything that changes; the gate's decision is stored whole, as it was said");

    private static final ArchRule EVENTS_AND_CONTRACTS_ARE_DATA =
            classes()
                    .that()
                    .resideInAnyPackage("dev.interlock.*.events..", "dev.interlock.contracts..")
                    .and()
                    .doNotHaveSimpleName("MessageCatalogue")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .beRecords()
                    .orShould()
                    .beEnums()
                    .orShould()
                    .beInterfaces()
                    .because("data has no behaviour to version");

    private static final ArchRule DECISIONS_KNOW_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.*.write..")
                    .and()
                    .haveSimpleNameEndingWith("Decision")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.springframework..",
                                    "org.axonframework..",
                                    "org.apache.kafka..",
                                    "tools.jackson..",
                                    "dev.interlock.eventstore..",
                                    "dev.interlock.eventstream..",
                                    "dev.interlock.edge.."))
                    .because("decisions are tested in milliseconds");

    private static final ArchRule NO_CLOCK_AND_NO_CHANCE =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.interlock.*.domain..", "dev.interlock.*.events..")
                    .or()
                    .haveSimpleNameEndingWith("Decision")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .because("time, ids and randomness are arguments");

    @Test
    void domainKnowsEventsOnly() {
        holds(DOMAIN_KNOWS_EVENTS_ONLY);
        failsOn(DOMAIN_KNOWS_EVENTS_ONLY, dev.interlock.dr.domain.PlantedKnowsAssertions.class);
    }

    @Test
    void expressionsKnowCelBesides() {
        holds(EXPRESSIONS_KNOW_CEL_BESIDES);
        failsOn(
                EXPRESSIONS_KNOW_CEL_BESIDES,
                dev.interlock.rules.domain.expression.PlantedKnowsAssertions.class);
    }

    @Test
    void eventsArePlain() {
        holds(EVENTS_ARE_PLAIN);
        failsOn(EVENTS_ARE_PLAIN, dev.interlock.dr.events.PlantedKnowsMessages.class);
    }

    @Test
    void eventsAndContractsAreData() {
        holds(EVENTS_AND_CONTRACTS_ARE_DATA);
        failsOn(
                EVENTS_AND_CONTRACTS_ARE_DATA,
                dev.interlock.contracts.planted.KnowsAssertions.class);
    }

    @Test
    void decisionsKnowNoFramework() {
        holds(DECISIONS_KNOW_NO_FRAMEWORK);
        failsOn(
                DECISIONS_KNOW_NO_FRAMEWORK,
                dev.interlock.dr.write.plantedone.PlantedDecision.class);
    }

    @Test
    void noClockAndNoChance() {
        holds(NO_CLOCK_AND_NO_CHANCE);
        failsOn(NO_CLOCK_AND_NO_CHANCE, dev.interlock.dr.domain.PlantedReadsTheClock.class);
    }
}
