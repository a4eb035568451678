package fr.vigie.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.StaffingRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HalfHoursTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 23);
    private static final Instant NINE = Instant.parse("2026-03-23T08:00:00Z");
    private static final HalfHours PARIS = new HalfHours(ZoneId.of("Europe/Paris"));

    private static ForecastRow forecast(int minutes, int from) {
        return new ForecastRow(
                DAY,
                "m",
                "network",
                "network",
                minutes,
                NINE.plusSeconds(from * 60L),
                DAY,
                10,
                6,
                6.5,
                7,
                8,
                10,
                12,
                13,
                13.5,
                14,
                65);
    }

    private static StaffingRow staffing(int minutes, int from, int agents, int scheduled, @Nullable Integer planned) {
        return new StaffingRow(
                DAY,
                "nord",
                NINE.plusSeconds(from * 60L),
                DAY,
                minutes,
                3,
                "erlang-a",
                agents,
                scheduled,
                null,
                null,
                null,
                null,
                planned,
                null,
                "answered");
    }

    @Test
    void aHalfHourStaysAsItIs() {
        var only = PARIS.expected(List.of(forecast(30, 0))).get(0);
        assertEquals(540, only.minute());
        assertEquals(10, only.mean());
        assertEquals(7, only.low80());
        assertEquals(14, only.high95());
    }

    @Test
    void quartersAreSummedAsIfTheyErredTogether() {
        var sums = PARIS.expected(List.of(forecast(15, 0), forecast(15, 15)));
        assertEquals(1, sums.size());
        assertEquals(20, sums.get(0).mean());
        assertEquals(14, sums.get(0).low80());
    }

    @Test
    void anHourIsHalvedAsIfItsHalvesErredApart() {
        var halves = PARIS.expected(List.of(forecast(60, 0)));
        assertEquals(
                List.of(540, 570), halves.stream().map(half -> half.minute()).toList());
        assertEquals(5, halves.get(0).mean());
        assertEquals(5 + 3 / Math.sqrt(2), halves.get(0).high80(), 1e-12);
    }

    @Test
    void theHardestQuarterIsTheHalfHoursNeed() {
        var needs = PARIS.needs(List.of(staffing(15, 0, 4, 5, 6), staffing(15, 15, 5, 7, 3)));
        assertEquals(1, needs.size());
        assertEquals(5, needs.get(0).agents());
        assertEquals(7, needs.get(0).scheduled());
        assertEquals(OptionalInt.of(3), needs.get(0).planned());
    }

    @Test
    void aNeedWithoutAPlanStaysWithoutOne() {
        assertEquals(
                OptionalInt.empty(),
                PARIS.needs(List.of(staffing(30, 0, 4, 5, null))).get(0).planned());
    }
}
