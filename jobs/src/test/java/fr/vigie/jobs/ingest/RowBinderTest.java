package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Between;
import fr.vigie.input.Contract;
import fr.vigie.input.InputKind;
import fr.vigie.input.Observation;
import fr.vigie.jobs.format.Problem;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PseudonymKey;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowBinderTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PhoneMask NUMBERS = PhoneMask.of("FR");
    private static final RecordKey NAMES = new RecordKey(PseudonymKey.of("cle-de-test-non-secrete"), NUMBERS);

    /** What is wrong with a row that has the values given, and sound ones in its other columns. */
    private static @Nullable Problem problem(InputKind kind, Map<String, String> given) {
        var columns = RowBinder.columns(kind.row());
        var components = kind.row().getRecordComponents();
        var values = new @Nullable String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = given.getOrDefault(columns.get(i), sound(components[i]));
        }
        var bound = new RowBinder(kind.row(), PARIS, NUMBERS, NAMES).bind(values);
        var row = bound.row();
        return row == null ? bound.problem() : Validity.of(row, null);
    }

    private static String sound(RecordComponent component) {
        var type = component.getType();
        var range = component.getAnnotation(Between.class);
        if (range != null) {
            return String.valueOf((int) range.most());
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (component.getName().equals("serviceLevel")) {
            return "0.8@20";
        }
        return type == LocalDate.class
                ? "2026-03-02"
                : type == Instant.class ? "2026-03-02T08:00:00Z" : type == Boolean.class ? "yes" : "x";
    }

    @ParameterizedTest
    @CsvSource({"0.8@20, ", "1.2@20, bad-value", "0.8@-1, bad-value", "1@20, bad-value", "0.9@20|0.8@30, bad-value"})
    void aServiceLevelIsAShareWithinATime(String level, @Nullable String reason) {
        assertEquals(reason, reason(problem(InputKind.CONTRACTS, Map.of("service_level", level))));
    }

    @ParameterizedTest
    @CsvSource({"due_at", "done_at"})
    void workIsNeitherDueNorDoneBeforeItCame(String column) {
        assertEquals("ends-before-it-begins", reason(problem(InputKind.WORK, Map.of(column, "2026-03-02T07:59:59Z"))));
        assertNull(problem(InputKind.WORK, Map.of(column, "2026-03-02T08:00:00Z")));
    }

    private static @Nullable String reason(@Nullable Problem problem) {
        return problem == null ? null : problem.reason();
    }

    @ParameterizedTest
    @CsvSource({"half-day, ", "half_day, ", "Holiday, ", "half day, bad-value"})
    void wordsMayHaveHyphensAndCapitals(String kind, @Nullable String reason) {
        assertEquals(reason, reason(problem(InputKind.EVENTS, Map.of("kind", kind))));
    }

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void everyNumberHasItsBounds(InputKind kind) {
        Arrays.stream(kind.row().getRecordComponents())
                .filter(component -> Number.class.isAssignableFrom(component.getType()))
                .forEach(component -> assertNotNull(component.getAnnotation(Between.class), component::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATORS, contract_hours_per_week, 35, ",
        "OPERATORS, contract_hours_per_week, 168.5, implausible-value",
        "OPERATORS, contract_hours_per_week, 1e9, implausible-value",
        "OPERATORS, contract_hours_per_week, -1, negative-value",
        "OPERATORS, contract_hours_per_week, NaN, bad-value",
        "PRACTITIONERS, birth_year, 195, implausible-value",
        "PRACTITIONERS, activity_fte, 0.5, ",
        "PRACTITIONERS, activity_fte, 1e308, implausible-value",
        "COMMUNES, lon, -1.5, ",
        "COMMUNES, lat, 500, implausible-value",
        "COMMUNES, apl, 1e308, implausible-value",
        "REVIEWS, rating, 0, implausible-value",
        "REVIEWS, rating, 6, implausible-value",
        "REVIEWS, rating, 5, ",
    })
    void aNumberOutsideAllSenseIsRefused(InputKind kind, String column, String value, @Nullable String reason) {
        assertEquals(reason, reason(problem(kind, Map.of(column, value))));
    }

    @ParameterizedTest
    @CsvSource({
        "SHIFTS, 2026-03-30T08:00, 2026-03-30T16:00, ",
        "SHIFTS, 2026-10-25T00:00, 2026-10-26T00:00, ",
        "SHIFTS, 2026-03-30T22:00, 2026-03-31T23:01, implausible-duration",
        "SHIFTS, 2026-03-30T22:00, 2026-03-30T22:00, ends-before-it-begins",
        "SHIFTS, 1979-12-31T08:00, 1979-12-31T16:00, implausible-time",
        "SHIFTS, 2100-01-02T08:00, 2100-01-02T16:00, implausible-time",
        "PRESENCE, 2026-03-30T08:00, 2026-04-06T08:00, ",
        "PRESENCE, 2026-03-30T08:00, 2026-04-06T08:01, implausible-duration",
    })
    void timesAreOfOurAgeAndLastNoLongerThanTheyCan(
            InputKind kind, String starts, String ends, @Nullable String reason) {
        assertEquals(reason, reason(problem(kind, Map.of("starts_at", starts, "ends_at", ends))));
    }

    @Test
    void anAbsenceMayLastMonths() {
        var absence = Map.of("activity", "absence", "starts_at", "2026-03-30T00:00", "ends_at", "2026-09-30T00:00");
        assertNull(problem(InputKind.SHIFTS, absence));
    }

    @ParameterizedTest
    @EnumSource(
            value = InputKind.class,
            names = {"OPERATORS", "COMMUNES", "CONTRACTS", "AGENDA", "WORK", "SUPPLY", "TRAVEL"})
    void theMostIsStillKept(InputKind kind) {
        assertNull(problem(kind, Map.of()));
    }

    @Test
    void noTextOfARowHoldsANumberAndHoursAreNone() {
        var columns = RowBinder.columns(Observation.class);
        var values = new String[] {
            "0465719901", "P1", null, "2026-03-02T08:00:00", "+33465719901", "other", "au 04 65 71 99 01"
        };
        assertEquals(
                List.of(
                        "observation_id",
                        "practice_id",
                        "practitioner_id",
                        "observed_at",
                        "operator_id",
                        "kind",
                        "note"),
                columns);
        var row = (Observation) new RowBinder(Observation.class, PARIS, NUMBERS, NAMES)
                .bind(values)
                .row();
        assertTrue(row != null && row.observationId().matches("#[0-9a-f]{32}"));
        assertTrue(row.operatorId().matches("#[0-9a-f]{32}"), row::operatorId);
        assertEquals("P1", row.practiceId());
        assertEquals("au 04 65 ** ** **", row.note());
        var contract = RowBinder.columns(Contract.class);
        var hours = new String[contract.size()];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = contract.get(i).equals("opening")
                    ? "08-12 14-18 09"
                    : sound(Contract.class.getRecordComponents()[i]);
        }
        var bound = (Contract)
                new RowBinder(Contract.class, PARIS, NUMBERS, NAMES).bind(hours).row();
        assertTrue(bound != null);
        assertEquals("08-12 14-18 09", bound.opening());
    }
}
