package scenariorca;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. Each rule says why. */
@AnalyzeClasses(packages = "scenariorca", importOptions = ArchitectureTest.OnlyWhatShips.class)
final class ArchitectureTest {
    /** Leaves out test classes, also where another module hands them on in a jar. */
    static final class OnlyWhatShips implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final String[] PURE = {
        "scenariorca.scenario..",
        "scenariorca.logs..",
        "scenariorca.files..",
        "scenariorca.errors..",
        "scenariorca.journey..",
        "scenariorca.comparison..",
        "scenariorca.diagnosis..",
        "scenariorca.problems..",
        "scenariorca.reliability.."
    };

    @ArchTest
    static final ArchRule pure_packages_do_no_input_or_output = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..",
                    "org.postgresql..",
                    "software.amazon..",
                    "org.springframework..",
                    "scenariorca.platform..")
            .allowEmptyShould(true)
            .because("another engine must be able to call them, and a test must need no world");

    @ArchTest
    static final ArchRule pure_packages_read_no_clock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .allowEmptyShould(true)
            .because("time comes in as a value, so that the same input gives the same answer");

    @ArchTest
    static final ArchRule doors_know_only_reports = noClasses()
            .that()
            .resideInAnyPackage("scenariorca.api..", "scenariorca.web..", "scenariorca.mcp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "scenariorca.warehouse..",
                    "scenariorca.pipeline..",
                    "scenariorca.source..",
                    "scenariorca.cloudwatch..",
                    "java.sql..")
            .allowEmptyShould(true)
            .because("a number shown twice comes from one place");

    @ArchTest
    static final ArchRule only_cloudwatch_knows_aws = noClasses()
            .that()
            .resideOutsideOfPackage("scenariorca.cloudwatch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..")
            .because("the log service is behind a port");

    @ArchTest
    static final ArchRule cloudwatch_knows_only_the_port = noClasses()
            .that()
            .resideInAPackage("scenariorca.cloudwatch..")
            .should()
            .dependOnClassesThat(resideInAPackage("scenariorca..")
                    .and(not(resideInAnyPackage(
                            "scenariorca.cloudwatch..",
                            "scenariorca.files..",
                            "scenariorca.logs..",
                            "scenariorca.platform.."))))
            .because("where events come from and what becomes of them change for different reasons");

    @ArchTest
    static final ArchRule spring_stays_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages("scenariorca.server..", "scenariorca.api..", "scenariorca.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..")
            .because("commands must start in a blink");

    @ArchTest
    static final ArchRule only_commands_know_alerts = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "scenariorca.alerts..", "scenariorca.cli..", "scenariorca.lab..", "scenariorca.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("scenariorca.alerts..", "jakarta.mail..", "org.yaml..")
            .because("a load writes what has changed, and never waits for whom that is told");

    @ArchTest
    static final ArchRule alerts_read_as_their_viewer = noClasses()
            .that()
            .resideInAPackage("scenariorca.alerts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "scenariorca.pipeline..", "scenariorca.source..", "scenariorca.server..", "scenariorca.web..")
            .because("they tell what the warehouse shows a channel's readers, and nothing else");

    @ArchTest
    static final ArchRule the_simulator_is_a_stranger = noClasses()
            .that()
            .resideInAPackage("scenariorca.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "scenariorca.diagnosis..",
                    "scenariorca.comparison..",
                    "scenariorca.errors..",
                    "scenariorca.logs..",
                    "scenariorca.explanation..",
                    "scenariorca.warehouse..",
                    "scenariorca.pipeline..",
                    "scenariorca.lab..",
                    "scenariorca.bench..")
            .allowEmptyShould(true)
            .because("a diagnosis that shares code with what it diagnoses proves nothing");

    @ArchTest
    static final ArchRule the_power_bi_project_is_copied_without_a_database = noClasses()
            .that()
            .resideInAPackage("scenariorca.powerbi..")
            .should()
            .dependOnClassesThat(resideInAPackage("scenariorca..")
                    .and(not(resideInAnyPackage("scenariorca.powerbi..", "scenariorca.platform.."))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..")
            .because("an installation's project can be written where its warehouse cannot be reached");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackages("scenariorca.cli..", "scenariorca.lab..", "scenariorca.spark..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("output is for the person at the terminal");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("scenariorca.(*)..").should().beFreeOfCycles().because("each package can be read alone");

    @ArchTest
    static final ArchRule everything_has_a_home =
            classes().should().resideInAPackage("scenariorca..").because("there is one product here");
}
