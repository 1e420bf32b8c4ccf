package dev.offheap.bin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of the data has one direction: files, evidence, assessment, report; the command connects them. */
class ModuleDirectionsTest {
    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.offheap");
    }

    @Test
    void parserKnowsNeitherLibrariesNorReports() {
        noClasses()
                .that()
                .resideInAPackage("dev.offheap.parser..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.offheap.classifiers..", "dev.offheap.reports..", "dev.offheap.bin..")
                .check(classes);
    }

    @Test
    void classifiersKnowNeitherReportsNorHowAHeapDumpIsRead() {
        noClasses()
                .that()
                .resideInAPackage("dev.offheap.classifiers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.offheap.reports..",
                        "dev.offheap.bin..",
                        "dev.offheap.parser.hprof..",
                        "dev.offheap.parser.mat..",
                        "dev.offheap.parser.capture..",
                        "org.eclipse.mat..")
                .check(classes);
    }

    @Test
    void reportsShowTheAssessmentAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("dev.offheap.reports..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.offheap.parser..").and(not(resideInAPackage("dev.offheap.parser"))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.offheap.bin..", "dev.offheap.classifiers.*..")
                .check(classes);
    }

    @Test
    void onlyTheMatProviderKnowsEclipseMat() {
        classes()
                .that(resideInAPackage("dev.offheap..").and(not(resideInAPackage("dev.offheap.parser.mat.."))))
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.eclipse.mat..")
                .check(classes);
    }

    @Test
    void packagesOfAModuleDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.offheap.parser.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("dev.offheap.classifiers.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
        slices().matching("dev.offheap.reports.(*)..").should().beFreeOfCycles().check(classes);
    }
}
