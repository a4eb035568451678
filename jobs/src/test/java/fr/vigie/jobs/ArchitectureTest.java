package fr.vigie.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them. */
class ArchitectureTest {

    private static final String JOBS = "fr.vigie.jobs";
    private static final String[] SPARK = {
        "org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..", "scala.."
    };

    /** The packages of jobs that stages share; every other one is a stage. */
    private static final Set<String> SHARED = Set.of("lake", "spark", "config", "error", "format");

    /** Places that know every stage; no stage knows them. */
    private static final Set<String> ABOVE_STAGES = Set.of("cli", "launch");

    private static final DescribedPredicate<JavaClass> MODELS = resideInAnyPackage("fr.vigie..")
            .and(resideOutsideOfPackages("fr.vigie.jobs..", "fr.vigie.report.."))
            .as("models");

    private static JavaClasses vigie;

    @BeforeAll
    static void readClasses() {
        vigie = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.vigie");
        assertTrue(vigie.stream().anyMatch(MODELS), "the models are not on the class path");
        assertTrue(vigie.stream().anyMatch(resideInAnyPackage("fr.vigie.jobs..")), "nor are the jobs");
    }

    @Test
    void stagesDoNotKnowOneAnother() {
        slices().assignedFrom(new Stages()).should().notDependOnEachOther().check(vigie);
    }

    @Test
    void nobodyBelowKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.vigie.jobs.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.vigie.jobs.cli..")
                .check(vigie);
    }

    @Test
    void modelsKnowNeitherEngineNorFilesNorLog() {
        noClasses()
                .that(MODELS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SPARK)
                        .or(resideInAnyPackage(
                                "fr.vigie.jobs..",
                                "fr.vigie.report..",
                                "java.nio.file..",
                                "java.nio.channels..",
                                "java.net..",
                                "java.sql..",
                                "java.util.logging..",
                                "org.slf4j..",
                                "org.apache.logging..",
                                "com.fasterxml..",
                                "picocli.."))
                        .or(describe("read or write files", ArchitectureTest::readsOrWritesFiles)))
                .check(vigie);
    }

    @Test
    void modelsKnowNoClockAndNoChanceOfTheirOwn() {
        noClasses()
                .that(MODELS)
                .should()
                .accessTargetWhere(
                        describe("asks the clock or draws unseeded", access -> isClockOrChance(access.getTarget())))
                .check(vigie);
    }

    @Test
    void reportsKnowNeitherEngineNorJobs() {
        noClasses()
                .that()
                .resideInAPackage("fr.vigie.report..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(SPARK).or(resideInAnyPackage("fr.vigie.jobs..")))
                .check(vigie);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("fr.vigie.(*)..").should().beFreeOfCycles().check(vigie);
        slices().matching("fr.vigie.jobs.(*)..").should().beFreeOfCycles().check(vigie);
    }

    private static boolean readsOrWritesFiles(JavaClass type) {
        return type.getPackageName().equals("java.io")
                && !Set.of("Serial", "Serializable", "ObjectInputStream", "InvalidObjectException")
                        .contains(type.getSimpleName());
    }

    private static boolean isClockOrChance(AccessTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            case "systemDefault" -> owner.equals("java.time.ZoneId");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "current" -> owner.equals("java.util.concurrent.ThreadLocalRandom");
            case "randomUUID" -> owner.equals("java.util.UUID");
            default -> false;
        };
    }

    /** One slice a stage: the packages of jobs that are neither shared nor above. */
    private static final class Stages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(JOBS + ".")) {
                return SliceIdentifier.ignore();
            }
            int from = JOBS.length() + 1;
            int dot = name.indexOf('.', from);
            String stage = dot < 0 ? name.substring(from) : name.substring(from, dot);
            return SHARED.contains(stage) || ABOVE_STAGES.contains(stage)
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(stage);
        }

        @Override
        public String getDescription() {
            return "stages of jobs";
        }
    }
}
