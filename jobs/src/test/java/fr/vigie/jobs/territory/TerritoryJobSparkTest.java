package fr.vigie.jobs.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Commune;
import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import fr.vigie.input.Practitioner;
import fr.vigie.input.Supply;
import fr.vigie.input.Travel;
import fr.vigie.jobs.StageRun;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A region of three inter-municipalities in one arrondissement, with a panel of ten, four and six practices. */
@ExtendWith(SharedSpark.class)
class TerritoryJobSparkTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);
    private static final List<Commune> COMMUNES =
            List.of(commune("59001", "E1"), commune("59002", "E2"), commune("59003", "E3"));

    private static List<TerritoryRow> made = List.of();

    private static Commune commune(String insee, String epci) {
        return new Commune(
                insee,
                "Ville " + insee,
                "59",
                epci,
                "CC " + epci,
                "596",
                null,
                null,
                20_000,
                20_000.0,
                50.6,
                3.06,
                null,
                3.9,
                2018);
    }

    private static PracticeRow practice(int number, String insee, @Nullable LocalDate agreedFrom) {
        return new PracticeRow(
                "practice-" + number,
                "Cabinet " + number,
                insee,
                "general",
                null,
                null,
                "g",
                null,
                agreedFrom,
                null,
                List.of());
    }

    private static List<PracticeRow> practices() {
        var practices = new ArrayList<PracticeRow>();
        var agreed = LocalDate.of(2025, 1, 1);
        for (int i = 0; i < 20; i++) {
            practices.add(practice(i, i < 10 ? "59001" : i < 14 ? "59002" : "59003", agreed));
        }
        practices.add(practice(20, "59002", null));
        practices.add(practice(21, "59002", AS_OF.minusMonths(1)));
        return practices;
    }

    private static List<CallRow> calls(List<PracticeRow> practices) {
        var calls = new ArrayList<CallRow>();
        for (var practice : practices) {
            for (int i = 0; i < 40; i++) {
                calls.add(call(practice.practiceId(), i, DAY));
            }
        }
        calls.add(call("practice-0", 41, AS_OF.minusMonths(5)));
        calls.add(call("practice-0", 42, AS_OF.minusDays(1)));
        return calls;
    }

    private static CallRow call(String practice, int number, LocalDate day) {
        return call(practice, number, day, "k");
    }

    private static CallRow call(String practice, int number, LocalDate day, @Nullable String keyId) {
        var outcome = number % 10 == 0 ? "abandoned" : "answered";
        var disposition = number % 10 == 0
                ? null
                : number % 10 == 1 ? "no_slot" : number % 10 == 2 ? "new_patient_refused" : "booked";
        var at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(number);
        return new CallRow(
                practice + "-" + day + "-" + number,
                "test",
                practice,
                null,
                keyId == null
                        ? null
                        : ByteBuffer.allocate(16)
                                .putInt(number)
                                .putInt(keyId.hashCode())
                                .array(),
                keyId,
                at,
                null,
                null,
                at.plusSeconds(60),
                0,
                null,
                outcome,
                number % 5 == 2 ? "new_patient" : "booking",
                disposition,
                null,
                null,
                null,
                null,
                1,
                day);
    }

    private static <R extends Record> void fill(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), "test");
    }

    /** The stage is run once for all tests. */
    private static synchronized List<TerritoryRow> rows(SparkSession spark) {
        if (made.isEmpty()) {
            made = run(
                    spark,
                    COMMUNES.stream()
                            .map(c -> new Travel(c.insee(), c.insee(), 0.0))
                            .toList());
        }
        return made;
    }

    private static List<TerritoryRow> run(SparkSession spark, List<Travel> travel) {
        var lake = new Lake(spark);
        var practices = practices();
        fill(lake, Tables.COMMUNE, COMMUNES);
        fill(
                lake,
                Tables.SUPPLY,
                COMMUNES.stream()
                        .flatMap(commune -> Stream.of(
                                new Supply(commune.insee(), "general", 2024, 99.0, 99.0, 0.0, 0.0, 0.0),
                                new Supply(commune.insee(), "general", 2025, 16.0, 16.0, 8.0, 4.0, 2.0),
                                new Supply(commune.insee(), "dermatology", 2025, 5.0, 5.0, 0.0, 0.0, 0.0)))
                        .toList());
        fill(lake, Tables.TRAVEL, travel);
        fill(lake, Tables.PRACTICE, practices);
        fill(
                lake,
                Tables.PRACTITIONER,
                practices.stream()
                        .map(p -> new Practitioner(
                                "1010000" + p.practiceId(), p.practiceId(), 1959, 1.0, "general", null))
                        .toList());
        fill(
                lake,
                Tables.INSTRUCTION,
                List.of(new Instruction(
                        "practice-0",
                        null,
                        Instant.parse("2026-01-05T08:00:00Z"),
                        null,
                        InstructionKind.NO_NEW_PATIENTS,
                        "the secret words")));
        fill(lake, Tables.CALL, calls(practices));
        var config = VigieConfig.parse(
                "",
                "test",
                List.of(new Block("service", ServiceConfig.class), new Block("territory", TerritoryConfig.class)));
        new TerritoryJob().run(new StageRun(lake, config, AS_OF, "run", Path.of("target")));
        return lake.read(Tables.TERRITORY).filter("asOf = date'2026-04-01'").collectAsList();
    }

    private static TerritoryRow row(List<TerritoryRow> rows, String mesh, String id, String indicator) {
        return rows.stream()
                .filter(r -> r.mesh().equals(mesh)
                        && r.id().equals(id)
                        && r.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static double value(TerritoryRow row) {
        return row.value() == null ? Double.NaN : row.value();
    }

    @Test
    void figuresOfAgreedPracticesByTheSmallestTerritoryThatMayBeShown(SparkSession spark) {
        var rows = rows(spark);
        var large = row(rows, "epci", "E1", "panel_no_slot");
        assertEquals("2026-01-01/2026-04-01", large.period());
        assertEquals(10, large.units());
        // Of 40 calls of a practice 4 find no slot and 28 are booked; one more of practice-0, in March, is refused.
        assertEquals(4.0 / 32, value(large), 1e-12);
        assertEquals(40.0 / 401, value(row(rows, "epci", "E1", "panel_abandonment")), 1e-12);
        // 40 + 1 of the 80 + 1 calls of new patients.
        assertEquals(41.0 / 81, value(row(rows, "epci", "E1", "panel_new_patient_refusal")), 1e-12);
        assertEquals(10.0 / 16, value(row(rows, "epci", "E1", "panel_coverage")), 1e-12);
        assertEquals(0.1, value(row(rows, "epci", "E1", "panel_restricted")), 1e-12);
        var small = row(rows, "epci", "E2", "panel_no_slot");
        assertTrue(small.masked(), "four practices agreed for the whole period, of six");
        assertEquals("confidential; see arrondissement 596", small.note());
        assertEquals(20, row(rows, "arrondissement", "596", "panel_no_slot").units());
    }

    @Test
    void accessTakesAllDoctorsOfTheLastYearKnown(SparkSession spark) {
        var rows = rows(spark);
        var apl = row(rows, "commune", "59001", "apl");
        assertEquals(16 * 5400 / 20_000.0, value(apl), 1e-12);
        assertEquals("2025", apl.period());
        assertEquals("travel-by-road; class-outside", apl.note());
        assertEquals(8 * 5400 / 20_000.0, value(row(rows, "epci", "E1", "apl_without_over_60")), 1e-12);
        assertEquals(3.9, value(row(rows, "department", "59", "apl_published")), 1e-12);
        assertTrue(value(row(rows, "epci", "E1", "desert_risk")) > 0);
    }

    @Test
    void nothingOfASinglePracticeReachesTheTable(SparkSession spark) {
        var rows = rows(spark);
        assertEquals(
                List.of(
                        "as_of",
                        "mesh",
                        "id",
                        "name",
                        "period",
                        "indicator",
                        "value",
                        "low",
                        "high",
                        "units",
                        "persons",
                        "masked",
                        "note"),
                Tables.TERRITORY.columns());
        var meshes = rows.stream().map(TerritoryRow::mesh).collect(Collectors.toSet());
        assertEquals(Set.of("commune", "epci", "arrondissement", "department"), meshes);
        for (var row : rows) {
            var text =
                    String.join(" ", row.id(), row.name(), row.indicator(), String.valueOf(row.note()), row.period());
            assertFalse(text.matches(".*(practice-|Cabinet|1010000|secret|1959).*"), text);
            if (row.indicator().startsWith("panel_")) {
                assertFalse(row.mesh().equals("commune"), "a panel is never told by commune");
                assertTrue(row.masked() || (row.units() != null && row.units() >= 5), row.toString());
            }
            if (row.masked()) {
                assertTrue(
                        row.value() == null
                                && row.low() == null
                                && row.high() == null
                                && row.units() == null
                                && row.persons() == null,
                        row.toString());
            }
        }
    }

    @Test
    void aCallerUnderTwoKeysIsNotTwoPersons(SparkSession spark) {
        var calls = new ArrayList<CallRow>();
        for (int i = 0; i < 7; i++) {
            calls.add(call("p", i, DAY, "old"));
            calls.add(call("p", i, DAY.plusDays(1), i < 6 ? "new" : null));
        }
        var counted = Territories.ofPractices(
                        spark.createDataset(calls, Tables.CALL.encoder()),
                        List.of("p"),
                        new Period(DAY, DAY.plusDays(2)))
                .collectAsList();
        assertEquals(1, counted.size());
        assertEquals(7, counted.get(0).callers());
        assertEquals(14, counted.get(0).firstAttempts());
        assertEquals(14, counted.get(0).offered());
    }

    @Test
    void readsNeitherObservationsNorMessages() {
        var read = new TerritoryJob().reads().stream().map(Table::name).collect(Collectors.toSet());
        assertEquals(Set.of("commune", "supply", "travel", "practice", "practitioner", "instruction", "call"), read);
    }
}
