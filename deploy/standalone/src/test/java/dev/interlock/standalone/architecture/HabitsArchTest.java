package dev.interlock.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.interlock.standalone.architecture.Architecture.failsOn;
import static dev.interlock.standalone.architecture.Architecture.holds;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Names and habits that keep the tree readable. */
class HabitsArchTest {

    private static final ArchRule TELLING_NAMES =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .because("a name says what the thing is in the field's words");

    private static final ArchRule NO_DRAWERS =
            noClasses()
                    .should()
                    .resideInAnyPackage("..util..", "..utils..", "..common..", "..shared..")
                    .because("what belongs nowhere ends up there");

    private static final ArchRule NO_FIELD_INJECTION =
            noFields()
                    .should()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .orShould()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .because("what a class needs is in its constructor");

    private static final ArchRule WAITS_HAVE_A_LIMIT =
            noClasses()
                    .should()
                    .callMethod(CompletableFuture.class, "join")
                    .orShould()
                    .callMethod(CompletableFuture.class, "get")
                    .orShould()
                    .callMethod(Future.class, "get")
                    .because("every wait has a timeout");

    private static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("be in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    boolean marked =
                                            type.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(
                                                    type,
                                                    marked,
                                                    type.getPackageName()
                                                            + " is null-marked: "
                                                            + marked));
                                }
                            })
                    .because("nullness is part of every signature");

    @Test
    void namesTell() {
        holds(TELLING_NAMES);
        failsOn(TELLING_NAMES, dev.interlock.dr.planted.util.PlantedHelper.class);
    }

    @Test
    void thereAreNoDrawers() {
        holds(NO_DRAWERS);
        failsOn(NO_DRAWERS, dev.interlock.dr.planted.util.PlantedHelper.class);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        holds(NO_FIELD_INJECTION);
        failsOn(NO_FIELD_INJECTION, dev.interlock.dr.planted.util.PlantedHelper.class);
    }

    @Test
    void waitsHaveALimit() {
        holds(WAITS_HAVE_A_LIMIT);
        failsOn(WAITS_HAVE_A_LIMIT, dev.interlock.dr.planted.util.PlantedHelper.class);
    }

    @Test
    void packagesAreNullMarked() {
        holds(PACKAGES_ARE_NULL_MARKED);
        failsOn(PACKAGES_ARE_NULL_MARKED, dev.interlock.dr.planted.util.PlantedHelper.class);
    }
}
