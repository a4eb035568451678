package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Forwarding;
import fr.vigie.input.ForwardingMode;
import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExcuseCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final ExcuseCalendar calendar = new ExcuseCalendar(
            Set.of(LocalDate.of(2026, 4, 6)),
            List.of(
                    new Event("E1", MONDAY.plusDays(3), MONDAY.plusDays(9), EventKind.EPIDEMIC, "P1", null),
                    new Event("E3", MONDAY.minusWeeks(9), MONDAY.plusWeeks(9), EventKind.EPIDEMIC, "all", null),
                    new Event("E4", MONDAY.minusWeeks(9), MONDAY.plusWeeks(9), EventKind.CAMPAIGN, null, null),
                    new Event("E2", MONDAY.plusWeeks(5), MONDAY.plusWeeks(5), EventKind.STRIKE, "north", null)),
            List.of(absence("D1", 14, 18, true), absence("D2", 21, 22, false), absence("D3", 60, 61, false)),
            List.of(
                    closed("P2", null, "2026-03-17T07:00:00Z", "2026-03-19T07:00:00Z"),
                    closed("P1", null, "2026-03-03T11:00:00Z", "2026-03-03T13:00:00Z"),
                    closed("P3", "D9", "2026-03-17T07:00:00Z", null)),
            List.of(
                    new Forwarding("P1", LocalDate.of(2025, 1, 1), ForwardingMode.ALWAYS, null),
                    new Forwarding("P1", MONDAY.plusDays(50), ForwardingMode.OVERFLOW, null)),
            ZoneId.of("Europe/Paris"));

    @Test
    void anEpidemicOfItsOwnExcusesEveryWeekThatItTouches() {
        assertEquals(Set.of(Excuse.EPIDEMIC), practice(MONDAY));
        assertEquals(Set.of(Excuse.EPIDEMIC), practice(MONDAY.plusWeeks(1)));
        assertEquals(Set.of(), practice(MONDAY.minusWeeks(1)));
    }

    @Test
    void whatHitsEverybodyExcusesNobody() {
        assertEquals(Set.of(), calendar.ofPractice("P2", "north", List.of("D8"), MONDAY));
    }

    @Test
    void anEventOfAGroupExcusesItsPractices() {
        assertEquals(
                Set.of(Excuse.EVENT, Excuse.PUBLIC_HOLIDAY),
                calendar.ofPractice("P1", "north", List.of("D1"), MONDAY.plusWeeks(5)));
        assertEquals(
                Set.of(Excuse.PUBLIC_HOLIDAY), calendar.ofPractice("P1", "south", List.of("D1"), MONDAY.plusWeeks(5)));
    }

    @Test
    void aPracticeIsExcusedWhenMoreThanAThirdOfItsDoctorsDaysAreLost() {
        var week = MONDAY.plusWeeks(2);
        assertEquals(Set.of(Excuse.REPLACEMENT), calendar.ofPractice("P1", null, List.of("D1", "D2"), week));
        assertEquals(Set.of(), calendar.ofPractice("P1", null, List.of("D1", "D2", "D3"), week));
        assertEquals(Set.of(Excuse.LEAVE), calendar.ofPractice("P1", null, List.of("D2"), MONDAY.plusWeeks(3)));
    }

    @Test
    void aDoctorIsExcusedByADay() {
        assertEquals(Set.of(Excuse.LEAVE), calendar.ofDoctor("D2", "P1", null, MONDAY.plusWeeks(3)));
        assertEquals(Set.of(), calendar.ofDoctor("D1", "P1", null, MONDAY.plusWeeks(3)));
    }

    @Test
    void aClosureOfHoursIsNone() {
        var week = MONDAY.plusWeeks(2);
        assertEquals(Set.of(Excuse.CLOSED), calendar.ofPractice("P2", null, List.of(), week));
        assertEquals(Set.of(), calendar.ofPractice("P3", null, List.of(), week), "of one doctor");
        assertEquals(Set.of(Excuse.CLOSED), calendar.ofDoctor("D9", "P3", null, week));
        assertEquals(Set.of(Excuse.EPIDEMIC), practice(MONDAY));
    }

    @Test
    void onlyALaterForwardingIsAChange() {
        assertEquals(Set.of(Excuse.FORWARDING_CHANGE), practice(MONDAY.plusWeeks(7)));
        assertEquals(Set.of(), practice(MONDAY.plusWeeks(9)));
        assertEquals(ForwardingMode.ALWAYS, calendar.forwarding("P1", MONDAY.plusWeeks(6)));
        assertEquals(ForwardingMode.OVERFLOW, calendar.forwarding("P1", MONDAY.plusWeeks(7)));
        assertEquals(ForwardingMode.ALWAYS, calendar.forwarding("P2", MONDAY));
    }

    private Set<Excuse> practice(LocalDate monday) {
        return calendar.ofPractice("P1", null, List.of("D8"), monday);
    }

    private static Absence absence(String doctor, int from, int to, boolean replaced) {
        return new Absence(doctor, MONDAY.plusDays(from), MONDAY.plusDays(to), AbsenceKind.LEAVE, replaced);
    }

    private static Instruction closed(String practice, @Nullable String doctor, String from, @Nullable String until) {
        return new Instruction(
                practice,
                doctor,
                Instant.parse(from),
                until == null ? null : Instant.parse(until),
                InstructionKind.CLOSED,
                null);
    }
}
