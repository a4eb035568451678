package fr.vigie.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Agenda;
import fr.vigie.input.Half;
import fr.vigie.input.Observation;
import fr.vigie.input.ObservationKind;
import fr.vigie.input.Practitioner;
import fr.vigie.jobs.Flow;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.AlertRow;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.SignalRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.SharedSpark;
import fr.vigie.signal.Refusal;
import fr.vigie.signal.Saturation;
import fr.vigie.signal.Stress;
import fr.vigie.signal.WindDown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twelve practices over forty weeks: P01 begins to refuse in week 28, the doctor of P02 winds down from week 20 on. */
@ExtendWith(SharedSpark.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalsJobSparkTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 40;
    private static final int REFUSES = 28;
    private static final int WINDS_DOWN = 20;
    private static final String SECRET = "Mme Durand refuse tout";
    private static final VigieConfig CONFIG = VigieConfig.parse(
            "service: {public-holidays: none}",
            "test",
            List.of(new Block("service", ServiceConfig.class), new Block("signals", SignalsConfig.class)));

    @BeforeAll
    static void fillTheLake(SparkSession spark) {
        var random = new SplittableRandom(5);
        var calls = new ArrayList<CallRow>();
        var agendas = new ArrayList<Agenda>();
        var practices = new ArrayList<PracticeRow>();
        var doctors = new ArrayList<Practitioner>();
        for (int p = 1; p <= 12; p++) {
            var practice = "P%02d".formatted(p);
            var doctor = "100000000%02d".formatted(p);
            practices.add(new PracticeRow(
                    practice, "Cabinet", "59350", "general", null, null, null, null, null, null, List.of()));
            doctors.add(new Practitioner(doctor, practice, 1970, 1.0, "general", null));
            for (int w = 0; w < WEEKS; w++) {
                double refused = p == 1 && w >= REFUSES ? 0.5 : 0.06;
                int minutes = p == 2 ? 200 - 3 * Math.max(0, w - WINDS_DOWN) : 200;
                for (var day : START.plusWeeks(w)
                        .datesUntil(START.plusWeeks(w).plusDays(5))
                        .toList()) {
                    for (int transfer = 0; transfer < 2; transfer++) {
                        var result = random.nextDouble() < refused ? "declined" : "accepted";
                        calls.add(call(calls.size(), practice, day, result));
                    }
                    calls.add(call(calls.size(), practice, day, null));
                    agendas.add(new Agenda(doctor, practice, day, Half.AM, minutes, 12, 10, 0, null));
                }
            }
        }
        var observed = START.plusWeeks(REFUSES + 1).atTime(9, 0).toInstant(ZoneOffset.UTC);
        var lake = new Lake(spark);
        write(lake, Tables.CALL, calls);
        write(lake, Tables.AGENDA, agendas);
        write(lake, Tables.PRACTICE, practices);
        write(lake, Tables.PRACTITIONER, doctors);
        write(lake, Tables.ABSENCE, List.of());
        write(lake, Tables.EVENT, List.of());
        write(lake, Tables.INSTRUCTION, List.of());
        write(lake, Tables.FORWARDING, List.of());
        write(lake, Tables.DECISION, List.of());
        write(
                lake,
                Tables.OBSERVATION,
                List.of(new Observation("O1", "P01", null, observed, "OP1", ObservationKind.REFUSAL, SECRET)));
    }

    @Test
    void theDefaultsAreThoseOfTheModels() {
        assertEquals(
                List.of(Refusal.DEFAULT, Saturation.DEFAULT, Stress.DEFAULT, WindDown.DEFAULT),
                CONFIG.block(SignalsConfig.class).watch().signals());
    }

    @Test
    void weeksBeginOnMondays() {
        assertEquals(LocalDate.of(1969, 12, 29), Signals.monday(0));
        assertEquals(START, Signals.monday((int) ((START.toEpochDay() + 3) / 7)));
        assertEquals(START, Signals.monday((int) ((START.plusDays(6).toEpochDay() + 3) / 7)));
    }

    @Test
    @Order(1)
    void findsWhatChangedAndNothingElse(SparkSession spark) {
        var lake = new Lake(spark);
        flow(lake).run(new SignalsJob());
        var alerts = lake.read(Tables.ALERT).collectAsList();
        assertEquals(
                List.of("P01 refusal", "P02 wind-down"),
                alerts.stream()
                        .map(alert -> alert.practiceId() + " " + alert.kind())
                        .sorted()
                        .toList());
        var refusal = of(alerts, "refusal");
        assertEquals("open", refusal.state());
        assertTrue(refusal.openedOn().isAfter(START.plusWeeks(REFUSES)), refusal.toString());
        assertTrue(refusal.reason().startsWith("Le cabinet P01 refuse"), refusal.reason());
        assertTrue(refusal.reason().contains("Noté une fois"), refusal.reason());
        assertTrue(refusal.reasonEn().startsWith("Practice P01 has refused"), refusal.reasonEn());
        assertEquals("10000000002", of(alerts, "wind-down").practitionerId());
        assertFalse(alerts.toString().contains(SECRET), "free text stays where it is");

        var signals = lake.read(Tables.SIGNAL).collectAsList();
        var last = START.plusWeeks(WEEKS);
        assertEquals(
                last,
                signals.stream().map(SignalRow::asOf).max(LocalDate::compareTo).orElseThrow());
        assertEquals(26, signals.stream().map(SignalRow::asOf).distinct().count(), "the latest half-year is kept");
        assertTrue(signals.stream()
                .anyMatch(signal ->
                        signal.practiceId().equals("P01") && signal.asOf().equals(last) && signal.alarm()));
        assertTrue(signals.stream().allMatch(signal -> signal.denominator() > 0 && signal.rate() != null));
        assertTrue(flow(lake).isUpToDate(new SignalsJob()));
    }

    @Test
    @Order(2)
    void runningItAgainChangesNothing(SparkSession spark) {
        var lake = new Lake(spark);
        var signals = lake.digest(Tables.SIGNAL);
        var alerts = lake.digest(Tables.ALERT);
        flow(lake).run(new SignalsJob());
        assertEquals(signals, lake.digest(Tables.SIGNAL));
        assertEquals(alerts, lake.digest(Tables.ALERT));
    }

    @Test
    @Order(3)
    void aClosedAlertStaysClosedAndItsReasonIsKept(SparkSession spark) {
        var lake = new Lake(spark);
        var book = new AlertBook(lake);
        var id = of(book.current(), "refusal").alertId();
        book.acknowledge(id, "anne", Instant.parse("2025-10-13T08:00:00Z"));
        assertFalse(flow(lake).isUpToDate(new SignalsJob()), "a decision is an input");
        book.close(id, "anne", "nouvelle consigne", Instant.parse("2025-10-14T08:00:00Z"));
        flow(lake).run(new SignalsJob());

        assertEquals(
                List.of("open", "acknowledged", "closed"),
                book.versions(id).stream().map(AlertRow::state).toList());
        assertEquals(
                List.of("open wind-down", "closed refusal"),
                book.current().stream()
                        .map(alert -> alert.state() + " " + alert.kind())
                        .toList());
        assertEquals("nouvelle consigne", book.decisions(id).get(1).reason());
        var later = Instant.parse("2025-10-15T08:00:00Z");
        assertThrows(UserError.class, () -> book.close(id, "anne", "encore", later), "closed already");
        assertThrows(UserError.class, () -> book.acknowledge("refusal-2025-01-01-00000000", "anne", later));
        assertThrows(
                UserError.class,
                () -> book.close(of(book.current(), "wind-down").alertId(), "anne", " ", later),
                "without a reason");
    }

    private static Flow flow(Lake lake) {
        return new Flow(lake, CONFIG, Path.of("."), START.plusWeeks(WEEKS), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static AlertRow of(List<AlertRow> alerts, String kind) {
        return alerts.stream()
                .filter(alert -> alert.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static CallRow call(int id, String practice, LocalDate day, @Nullable String transfer) {
        var at = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return new CallRow(
                "C" + id,
                "test",
                practice,
                null,
                null,
                null,
                at,
                null,
                at.plusSeconds(10),
                at.plusSeconds(70),
                5,
                "OP1",
                "answered",
                transfer == null ? "booking" : "urgent",
                transfer == null ? "booked" : "accepted".equals(transfer) ? "transferred" : "message",
                transfer,
                null,
                "operator",
                null,
                1,
                day);
    }

    private static <R extends Record> void write(Lake lake, Table<R> table, List<R> rows) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()).coalesce(1), "signals-test");
    }
}
