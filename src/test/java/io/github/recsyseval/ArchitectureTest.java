package io.github.recsyseval;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import picocli.CommandLine.ArgGroup;

/** Imports point one way: cli, evaluation, engine, metric, join, then what they all stand on. docs/architecture.md draws it. */
@AnalyzeClasses(packages = "io.github.recsyseval", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.recsyseval.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.github.recsyseval.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** Of others picocli puts the synopsis together at every start, for a remark in its trace that it ignores what they say. */
    @ArchTest
    static final ArchRule groupsOfOptionsExcludeNothing = noFields()
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "@ArgGroup(exclusive = true)",
                    annotation -> annotation.getRawType().isEquivalentTo(ArgGroup.class)
                            && annotation.as(ArgGroup.class).exclusive()));

    @ArchTest
    static final ArchRule onlySchemaKnowsTheSchemaLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule onlySourceInflates = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.luben..", "java.util.zip..");

    @ArchTest
    static final ArchRule nobodyUsesTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "cli..", "io.github.recsyseval")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "cli..");

    @ArchTest
    static final ArchRule statisticsStandAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + "stat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "cli..",
                    ROOT + "evaluation..",
                    ROOT + "engine..",
                    ROOT + "metric..",
                    ROOT + "join..",
                    ROOT + "event..",
                    ROOT + "report..",
                    ROOT + "source..");

    @ArchTest
    static final ArchRule rowsSayNothing = noClasses()
            .that()
            .resideInAPackage(ROOT + "rows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "event..", ROOT + "join..", ROOT + "metric..", ROOT + "source..");

    @ArchTest
    static final ArchRule reportWritersSeeTheReportOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "evaluation..",
                    ROOT + "engine..",
                    ROOT + "metric..",
                    ROOT + "join..",
                    ROOT + "event..",
                    ROOT + "stat..",
                    ROOT + "source..");

    @ArchTest
    static final ArchRule experimentsKnowNoOtherEvaluation = noClasses()
            .that()
            .resideInAPackage(ROOT + "experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "evaluation..", ROOT + "view..", ROOT + "schema..");

    @ArchTest
    static final ArchRule theJoinReadsNoFiles = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "join..", ROOT + "rows..", ROOT + "metric..", ROOT + "event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "source..", ROOT + "schema..", "java.nio.file..");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess =
            classes().that().doNotHaveFullyQualifiedName(ROOT + "Main").should(new NeverExit());
}
