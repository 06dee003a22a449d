package dev.interlock.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.interlock.standalone.architecture.Architecture.failsOn;
import static dev.interlock.standalone.architecture.Architecture.holds;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The slice layout: a feature is a folder, and can be deleted as one. */
class SlicesArchTest {

    private static final ArchRule WRITE_SLICES_STAND_ALONE =
            slices().matching("dev.interlock.(*).write.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a slice is changed, and deleted, without looking at its neighbours");

    private static final ArchRule READ_VIEWS_STAND_ALONE =
            slices().matching("dev.interlock.(*).read.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("a view is shaped by its reader alone");

    private static final ArchRule WRITE_DOES_NOT_SEE_READ =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.*.write..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.interlock.*.read..")
                    .because("a decision is made from the entity's own history");

    private static final ArchRule READ_DOES_NOT_SEE_WRITE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.interlock.*.read..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.interlock.*.write..")
                    .because("a view follows from events");

    private static final ArchRule NOTHING_POINTS_AT_KAFKA =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.interlock.*.domain..",
                            "dev.interlock.*.events..",
                            "dev.interlock.*.write..",
                            "dev.interlock.*.read..",
                            "dev.interlock.*.automation..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.apache.kafka..",
                                    "dev.interlock.eventstream..",
                                    "dev.interlock.*.kafka.."))
                    .because("how others hear of a fact is decided in one package");

    @Test
    void writeSlicesStandAlone() {
        holds(WRITE_SLICES_STAND_ALONE);
        failsOn(
                WRITE_SLICES_STAND_ALONE,
                dev.interlock.dr.write.plantedone.PlantedDecision.class,
                dev.interlock.dr.write.plantedtwo.PlantedUsesOne.class);
    }

    @Test
    void readViewsStandAlone() {
        holds(READ_VIEWS_STAND_ALONE);
        failsOn(
                READ_VIEWS_STAND_ALONE,
                dev.interlock.dr.read.plantedtwo.PlantedOtherView.class,
                dev.interlock.dr.read.planted.PlantedView.class);
    }

    @Test
    void writeDoesNotSeeRead() {
        holds(WRITE_DOES_NOT_SEE_READ);
        failsOn(
                WRITE_DOES_NOT_SEE_READ,
                dev.interlock.dr.write.plantedtwo.PlantedUsesOne.class,
                dev.interlock.dr.read.planted.PlantedView.class);
    }

    @Test
    void readDoesNotSeeWrite() {
        holds(READ_DOES_NOT_SEE_WRITE);
        failsOn(
                READ_DOES_NOT_SEE_WRITE,
                dev.interlock.dr.read.planted.PlantedView.class,
                dev.interlock.dr.write.plantedone.PlantedDecision.class);
    }

    @Test
    void nothingPointsAtKafka() {
        holds(NOTHING_POINTS_AT_KAFKA);
        failsOn(NOTHING_POINTS_AT_KAFKA, dev.interlock.dr.write.plantedtwo.PlantedUsesOne.class);
    }
}
