package fr.vigie.jobs.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What reaches the authorities has been through disclosure control, and nothing else reaches them. */
class AuthoritiesReportTest {
    private static final Set<String> TABLES = Set.of("TERRITORY", "COMMUNE");

    @Test
    void declaresTwoTables() {
        assertEquals(List.of(Tables.TERRITORY, Tables.COMMUNE), new AuthoritiesReport().reads());
    }

    @Test
    void touchesNoOtherTable() {
        var report = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importClasses(AuthoritiesReport.class);
        noClasses()
                .should()
                .accessFieldWhere(describe("another table", AuthoritiesReportTest::isAnotherTable))
                .check(report);
        noClasses()
                .should()
                .dependOnClassesThat(describe("another table's row", AuthoritiesReportTest::isAnotherRow))
                .check(report);
        classes()
                .should()
                .accessFieldWhere(describe(
                        "its tables",
                        access -> TABLES.contains(access.getTarget().getName())))
                .check(report);
    }

    private static boolean isAnotherTable(JavaFieldAccess access) {
        return access.getTargetOwner().isEquivalentTo(Tables.class)
                && !TABLES.contains(access.getTarget().getName());
    }

    private static boolean isAnotherRow(JavaClass type) {
        return type.getPackageName().equals("fr.vigie.jobs.lake")
                && type.getSimpleName().endsWith("Row")
                && !type.isEquivalentTo(TerritoryRow.class);
    }
}
