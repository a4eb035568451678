package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.Activity;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.ShortfallRow;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.shortfall.ServiceModel;
import fr.vigie.staffing.ServiceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortfallsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant HALF_PAST = TEN.plusSeconds(1800);
    private static final Shortfalls SHORTFALLS = new Shortfalls(
            DAY.plusDays(1), ZoneId.of("Europe/Paris"), 0.8, new ServiceModel(ServiceLevel.offered(20), 300, 0));

    /** Six are rostered from ten to half past; op5 does not come, op4 leaves after a quarter of an hour. */
    private static PhoneTime phoneTime(boolean presenceKnown) {
        var shifts = new ArrayList<Shift>();
        var presence = new ArrayList<Presence>();
        for (int i = 0; i < 6; i++) {
            shifts.add(new Shift("op" + i, TEN, HALF_PAST, Activity.CALLS));
            presence.add(new Presence(
                    "op" + i,
                    TEN,
                    i == 4 ? TEN.plusSeconds(900) : HALF_PAST,
                    i == 5 ? PresenceState.AWAY : PresenceState.AVAILABLE));
        }
        return new PhoneTime(shifts, presenceKnown ? presence : List.of(), AnsweredTeams.network());
    }

    private static ForecastRow forecast(Instant start) {
        return new ForecastRow(DAY, "m", "network", "network", 30, start, DAY, 120, 0, 0, 0, 0, 120, 0, 0, 0, 0, 65);
    }

    private static LoadRow load(Instant start, long offered, long inTime) {
        return new LoadRow(
                "network",
                "network",
                15,
                start,
                DAY,
                offered,
                offered,
                offered - 5,
                offered,
                0,
                0,
                0,
                0,
                0,
                0,
                inTime,
                0,
                0,
                0,
                0,
                offered,
                70.0 * offered,
                0,
                0,
                0,
                0,
                0);
    }

    private static List<ShortfallRow> rows(boolean presenceKnown) {
        return SHORTFALLS.of(
                List.of(forecast(TEN)),
                List.of(load(TEN, 70, 20), load(TEN.plusSeconds(900), 70, 22), load(HALF_PAST, 50, 50)),
                phoneTime(presenceKnown));
    }

    @Test
    void countsWhoWasRosteredWhoCameAndWhoWasReady() {
        assertEquals(new PhoneTime.Seats(6, 1, 0.5), phoneTime(true).of("network", TEN, HALF_PAST));
        assertEquals(new PhoneTime.Seats(6, 0, 0), phoneTime(false).of("network", TEN, HALF_PAST));
        assertEquals(new PhoneTime.Seats(0, 0, 0), phoneTime(true).of("north", TEN, HALF_PAST));
    }

    @Test
    void splitsADayAndItsPartsSoThatTheyAddUp() {
        var rows = rows(true);
        assertEquals(
                List.of("day", "morning"), rows.stream().map(ShortfallRow::part).toList());
        var day = rows.get(0);
        assertEquals(42.0 / 140, day.seen(), 1e-12);
        assertEquals(120, day.plannedCalls());
        assertEquals(140, day.calls());
        assertEquals(65, day.plannedAhtSeconds(), 1e-9);
        assertEquals(70, day.ahtSeconds(), 1e-9);
        assertEquals(3, day.rosteredHours(), 1e-12);
        assertEquals(0.5, day.absentHours(), 1e-12);
        assertEquals(0.25, day.offPhoneHours(), 1e-12);
        assertTrue(day.volume() < 0 && day.handlingTime() < 0 && day.absence() < day.adherence(), day.toString());
        assertEquals(
                day.seen() - day.promised(),
                day.volume() + day.handlingTime() + day.absence() + day.adherence() + day.rest(),
                1e-12);
    }

    @Test
    void withoutPresenceWhoWasThereIsPartOfTheRest() {
        var day = rows(false).get(0);
        assertFalse(day.presenceKnown());
        assertEquals(0, day.absence());
        assertEquals(0, day.adherence());
        assertTrue(day.rest() < rows(true).get(0).rest());
    }

    @Test
    void saysNothingWhereNobodyWasRostered() {
        var nobody = new PhoneTime(List.of(), List.of(), AnsweredTeams.network());
        assertEquals(List.of(), SHORTFALLS.of(List.of(forecast(TEN)), List.of(load(TEN, 5, 5)), nobody));
    }

    @Test
    void sharesAPersonOfTwoTeams() {
        var both = new PhoneTime(
                List.of(new Shift("a", TEN, HALF_PAST, Activity.CALLS)),
                List.of(),
                new AnsweredTeams(Map.of("a", List.of("north", "south")), List.of()));
        assertEquals(0.5, both.of("north", TEN, HALF_PAST).rostered());
    }
}
