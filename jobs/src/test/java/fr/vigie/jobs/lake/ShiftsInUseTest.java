package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShiftsInUseTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);
    private static final Shift SUNDAY = shift("2026-03-01T08:00:00Z", Activity.CALLS);
    private static final Shift MONDAY = shift("2026-03-02T08:00:00Z", Activity.CALLS);
    private static final Shift NEXT_MONDAY = shift("2026-03-09T08:00:00Z", Activity.CALLS);

    @Test
    void theShiftsFileCountsWhereNothingWasPublished() {
        assertEquals(List.of(SUNDAY, MONDAY), ShiftsInUse.of(List.of(SUNDAY, MONDAY), List.of(), PARIS));
    }

    @Test
    void thePublishedRosterWinsForItsWeekAndForNoOther() {
        var published = published(1, "2026-03-03T08:00:00Z", Activity.CALLS);
        assertEquals(
                List.of(published.piece(), SUNDAY, NEXT_MONDAY),
                ShiftsInUse.of(List.of(SUNDAY, MONDAY, NEXT_MONDAY), List.of(published), PARIS));
    }

    @Test
    void theLastVersionOfAWeekCounts() {
        var first = published(1, "2026-03-03T08:00:00Z", Activity.CALLS);
        var second = published(2, "2026-03-04T08:00:00Z", Activity.TRAINING);
        assertEquals(List.of(second.piece()), ShiftsInUse.of(List.of(), List.of(second, first), PARIS));
    }

    @Test
    void anAbsenceToldAfterwardsCountsBesideThePublishedRosterAndOnce() {
        var roster = published(1, "2026-03-03T08:00:00Z", Activity.CALLS);
        var told = shift("2026-03-04T08:00:00Z", Activity.ABSENCE);
        var repeated = published(1, "2026-03-04T08:00:00Z", Activity.ABSENCE);
        assertEquals(List.of(roster.piece(), told), ShiftsInUse.of(List.of(told), List.of(roster), PARIS));
        assertEquals(List.of(roster.piece(), told), ShiftsInUse.of(List.of(told), List.of(roster, repeated), PARIS));
    }

    @Test
    void whoWasPlannedWhenADayBeganIsNotMendedWithinIt() {
        var monday = LocalDate.of(2026, 3, 2);
        var first = published(1, "2026-03-02T08:00:00Z", "2026-02-20T08:00:00Z");
        var second = published(2, "2026-03-02T10:00:00Z", "2026-03-01T08:00:00Z");
        var within = published(3, "2026-03-02T12:00:00Z", "2026-03-02T06:00:00Z");
        assertEquals(
                List.of(second.piece()),
                ShiftsInUse.asDayBegan(List.of(MONDAY), List.of(first, second, within), PARIS, monday));
        assertEquals(List.of(within.piece()), ShiftsInUse.asDayBegan(List.of(MONDAY), List.of(within), PARIS, monday));
        assertEquals(List.of(MONDAY), ShiftsInUse.asDayBegan(List.of(MONDAY, NEXT_MONDAY), List.of(), PARIS, monday));
    }

    @Test
    void theTeamsAreThoseOfTheLastVersion() {
        var next = WEEK.plusWeeks(1);
        assertEquals(
                Map.of(WEEK, Map.of("op1", "north"), next, Map.of()),
                ShiftsInUse.teams(List.of(
                        placed(WEEK, 1, "op1", "south"),
                        placed(WEEK, 2, "op1", "north"),
                        placed(WEEK, 1, "op2", "south"),
                        placed(next, 1, "op1", null))));
    }

    private static PublishedRosterRow placed(LocalDate week, int version, String operator, @Nullable String team) {
        return new PublishedRosterRow(
                week, version, Instant.EPOCH, "anna", operator, at("08:00"), at("09:00"), "calls", team);
    }

    private static PublishedRosterRow published(int version, String start, String when) {
        var from = Instant.parse(start);
        return new PublishedRosterRow(
                WEEK, version, Instant.parse(when), "anna", "op1", from, from.plusSeconds(3600), "calls", null);
    }

    @Test
    void whoIsAbsentIsNotCountedOnForAsLong() {
        var day = new Shift("op1", at("08:00"), at("16:00"), Activity.CALLS);
        var colleague = new Shift("op2", at("08:00"), at("16:00"), Activity.CALLS);
        var dentist = new Shift("op1", at("10:00"), at("11:00"), Activity.ABSENCE);
        var home = new Shift("op1", at("15:00"), at("20:00"), Activity.ABSENCE);
        assertEquals(
                List.of(
                        new Shift("op1", at("08:00"), at("10:00"), Activity.CALLS),
                        new Shift("op1", at("11:00"), at("15:00"), Activity.CALLS),
                        colleague),
                ShiftsInUse.lessAbsences(List.of(day, dentist, home, colleague)));
        var sick = new Shift("op1", at("08:00"), at("16:00"), Activity.ABSENCE);
        assertEquals(List.of(colleague), ShiftsInUse.lessAbsences(List.of(sick, colleague, day)));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    @Test
    void aPublishedWeekEndsAtMidnightInTheServicesZone() {
        // Half past midnight of the Monday after, in Paris.
        var early = shift("2026-03-08T23:30:00Z", Activity.CALLS);
        var published = published(1, "2026-03-03T08:00:00Z", Activity.CALLS);
        assertEquals(List.of(published.piece(), early), ShiftsInUse.of(List.of(early), List.of(published), PARIS));
    }

    private static Shift shift(String start, Activity activity) {
        var from = Instant.parse(start);
        return new Shift("op1", from, from.plusSeconds(3600), activity);
    }

    private static PublishedRosterRow published(int version, String start, Activity activity) {
        var from = Instant.parse(start);
        return new PublishedRosterRow(
                WEEK,
                version,
                Instant.EPOCH,
                "anna",
                "op1",
                from,
                from.plusSeconds(3600),
                activity.name().toLowerCase(java.util.Locale.ROOT),
                null);
    }
}
