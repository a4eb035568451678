package fr.vigie.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
                activity.name().toLowerCase(java.util.Locale.ROOT));
    }
}
