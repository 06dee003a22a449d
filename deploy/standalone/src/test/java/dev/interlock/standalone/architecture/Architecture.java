package dev.interlock.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The product's classes, and the two questions every rule is asked. */
final class Architecture {

    static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.interlock");

    private Architecture() {}

    static void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }

    /** A rule that cannot fail promises nothing: here it must, on classes that break it. */
    static void failsOn(ArchRule rule, Class<?>... planted) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .as("%s fails on the planted %s", rule.getDescription(), planted[0].getName())
                .isTrue();
    }
}
