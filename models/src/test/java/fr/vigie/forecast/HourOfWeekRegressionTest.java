package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.calendar.SpecialDay;
import fr.vigie.series.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HourOfWeekRegressionTest {
    private static final Almanac FRANCE = new Almanac(
            PublicHolidays.ofFrance(LocalDate.of(2025, 8, 1), LocalDate.of(2027, 1, 1)), Optional.of(SchoolZone.B));
    private static final HourOfWeekRegression MODEL = new HourOfWeekRegression();

    private static double sum(double[] means, int day) {
        return Arrays.stream(means, 24 * day, 24 * day + 24).sum();
    }

    @Test
    void walkingFromOriginToOriginGivesWhatAFreshFitGives() {
        var outlook = Outlook.of(Drawn.calls(60, 2, 9, 11), FRANCE);
        var walk = MODEL.walk(outlook);
        for (int week : new int[] {3, 10, 31, 32, 52, 60}) {
            // Some origins lie within a day.
            int origin = Drawn.week(week) - week % 5;
            var walked = walk.means(origin, 24 * 7);
            assertArrayEquals(MODEL.means(outlook, origin, 24 * 7), walked, 1e-9);
        }
    }

    @Test
    void learnsTheRushAfterAPublicHoliday() {
        Drawn.Factor rush = (day, hour) -> switch (FRANCE.kind(day)) {
            case PUBLIC_HOLIDAY -> -1;
            case DAY_AFTER -> 1.4;
            default -> 1;
        };
        int weeks = 38;
        var series = Drawn.calls(weeks, 2, 60, 12, rush);
        var means = MODEL.means(Outlook.of(series, FRANCE), Drawn.week(weeks), 24 * 14);
        // 25 May 2026 is Whit Monday.
        assertEquals(LocalDate.of(2026, 5, 25), Drawn.FIRST.plusWeeks(weeks));
        assertEquals(SpecialDay.DAY_AFTER, FRANCE.kind(LocalDate.of(2026, 5, 26)));
        assertEquals(0, sum(means, 0));
        assertEquals(1.4, sum(means, 1) / sum(means, 8), 0.12);
        var effects = MODEL.effects(Outlook.of(series, FRANCE), Drawn.week(weeks), 24 * 14);
        assertEquals(0.4, ratio(effects, LocalDate.of(2026, 5, 26), Influence.DAY_AFTER), 0.1);
        // Nothing is expected of a closed day, nor owed to anything.
        assertTrue(effects.stream().noneMatch(e -> e.day().equals(LocalDate.of(2026, 5, 25))));
        assertTrue(effects.stream().allMatch(e -> e.influence() != Influence.SCHOOL_HOLIDAY));
    }

    private static double ratio(List<DayEffect> effects, LocalDate day, Influence influence) {
        return effects.stream()
                .filter(e -> e.day().equals(day) && e.influence() == influence)
                .mapToDouble(DayEffect::ratio)
                .findFirst()
                .orElse(0);
    }

    @Test
    void learnsFromTwoMonthsThatTheTurnOfTheMonthIsBusy() {
        var working = Drawn.FIRST
                .datesUntil(Drawn.FIRST.plusWeeks(33))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
        var busy = IntStream.range(2, working.size() - 1)
                .filter(i -> working.get(i - 2).getMonth() != working.get(i).getMonth()
                        || working.get(i + 1).getMonth() != working.get(i).getMonth())
                .mapToObj(working::get)
                .collect(Collectors.toSet());
        Drawn.Factor rush = (day, hour) -> busy.contains(day) ? 1.2 : 1;
        // Week 30 ends with Tuesday 31 March, Wednesday 1 and Thursday 2 April 2026.
        assertEquals(LocalDate.of(2026, 3, 30), Drawn.FIRST.plusWeeks(30));
        assertEquals(1.2, turnOfMonth(30, rush, 30), 0.06);
        assertEquals(1, turnOfMonth(30, (day, hour) -> 1, 30), 0.04);
        // Tuesday 30 September 2025 after four weeks of history: nothing is believed yet.
        assertEquals(1, turnOfMonth(4, rush, 4), 0.1);
    }

    /** Tuesday to Thursday over the same days a week later. */
    private static double turnOfMonth(int weeks, Drawn.Factor factor, int seed) {
        var means = MODEL.means(Drawn.alone(Drawn.calls(weeks, 2, 200, seed, factor)), Drawn.week(weeks), 24 * 14);
        return (sum(means, 1) + sum(means, 2) + sum(means, 3)) / (sum(means, 8) + sum(means, 9) + sum(means, 10));
    }

    @Test
    void learnsThatAHalfDayEndsEarly() {
        var halfDays = Set.of(
                Drawn.FIRST.plusWeeks(2).plusDays(1),
                Drawn.FIRST.plusWeeks(5).plusDays(3),
                Drawn.FIRST.plusWeeks(9).plusDays(2),
                Drawn.FIRST.plusWeeks(12).plusDays(1));
        Drawn.Factor half = (day, hour) -> halfDays.contains(day) && hour >= 12 ? 0.2 : 1;
        var series = Drawn.calls(12, 1, 60, 20, half);
        var almanac = new Almanac(Set.of(), halfDays, Optional.empty());
        var means = MODEL.means(Outlook.of(series, almanac), Drawn.week(12), 168);
        // Tuesday is one, Wednesday is not.
        assertEquals(1, means[24 + 9] / means[48 + 9], 0.1);
        assertEquals(0.2, means[24 + 14] / means[48 + 14], 0.1);
    }

    @Test
    void learnsTheRushAfterAClosureThatNobodyAnnounced() {
        var shut = Set.of(
                Drawn.FIRST.plusDays(29),
                Drawn.FIRST.plusDays(64),
                Drawn.FIRST.plusDays(107),
                Drawn.FIRST.plusDays(140));
        Drawn.Factor rush = (day, hour) -> shut.contains(day) ? -1 : shut.contains(day.minusDays(1)) ? 1.5 : 1;
        var series = Drawn.calls(20, 1, 60, 13, rush);
        // The last closure is the Monday after the history: its Tuesday is to be forecast.
        assertEquals(Drawn.FIRST.plusWeeks(20), Drawn.FIRST.plusDays(140));
        var means = MODEL.means(Outlook.of(series, Almanac.none()), Drawn.week(20), 24 * 7);
        assertTrue(sum(means, 1) > 1.25 * sum(means, 2), sum(means, 1) + " after, " + sum(means, 2) + " a day later");
    }

    @Test
    void forgetsAStrikeThatNobodyDeclared() {
        Drawn.Factor strike = (day, hour) -> day.equals(Drawn.FIRST.plusDays(7 * 11 + 2)) ? 0.1 : 1;
        var struck = MODEL.means(Drawn.alone(Drawn.calls(12, 1, 60, 14, strike)), Drawn.week(12), 168);
        var naive =
                new MeanOfSameWeekdays().means(Drawn.alone(Drawn.calls(12, 1, 60, 14, strike)), Drawn.week(12), 168);
        assertEquals(1, sum(struck, 2) / sum(struck, 1), 0.06);
        assertTrue(sum(naive, 2) < 0.9 * sum(naive, 1));
    }

    @Test
    void followsTheLevel() {
        Drawn.Factor shift = (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(34)) ? 1 : 1.4;
        var means = MODEL.means(Drawn.alone(Drawn.calls(40, 1, 60, 15, shift)), Drawn.week(40), 168);
        assertEquals(1.4, sum(means, 1) / (60 * 10 * 1.0), 0.11);
    }

    @Test
    void aBusyLineFollowsItsLevelSoonerThanAQuietOne() {
        Drawn.Factor shift = (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(38)) ? 1 : 1.4;
        double busy = tuesdayAfter(shift, 100);
        double quiet = tuesdayAfter(shift, 0.5);
        assertTrue(busy > 1.2, "two weeks of 1.4 are seen as " + busy);
        assertTrue(quiet < busy - 0.08, quiet + " against " + busy);
    }

    /** Over what is usual; the mean of twenty lines. */
    private static double tuesdayAfter(Drawn.Factor factor, double hourly) {
        return IntStream.range(0, 20)
                        .mapToDouble(seed -> sum(
                                MODEL.means(
                                        Drawn.alone(Drawn.calls(40, 1, hourly, 300 + seed, factor)),
                                        Drawn.week(40),
                                        168),
                                1))
                        .average()
                        .orElseThrow()
                / (hourly * 10);
    }

    @Test
    void aLineThatHasFallenSilentStaysSilent() {
        Drawn.Factor left = (day, hour) -> day.isBefore(Drawn.FIRST.plusWeeks(26)) ? 1 : 0;
        var silent = Drawn.calls(31, 1, 3, 16, left);
        assertArrayEquals(new double[168], MODEL.means(Drawn.alone(silent), Drawn.week(31), 168));
        var resting = MODEL.means(Drawn.alone(silent), Drawn.week(28), 168);
        assertTrue(sum(resting, 1) > 0, "two weeks may be a holiday");
    }

    @Test
    void aSparseSeriesIsShrunkTowardsItsFamilyAndABusyOneIsNot() {
        var parent = Drawn.calls(20, 1, 200, 17);
        // A practice that is called at the same rate in every open hour.
        Drawn.Factor flat = (day, hour) -> 1 / Drawn.expected(day, hour);
        double sparse = mondayOverTuesday(Drawn.calls(20, 1, 0.05, 18, flat), parent);
        double busy = mondayOverTuesday(Drawn.calls(20, 1, 50, 18, flat), parent);
        assertEquals(1.5, sparse, 0.2);
        assertEquals(1, busy, 0.1);
    }

    private static double mondayOverTuesday(Series child, Series parent) {
        var outlook = new Outlook(child, Almanac.none(), FamilyProfile.of(parent));
        var means = MODEL.means(outlook, Drawn.week(20), 168);
        return sum(means, 0) / sum(means, 1);
    }

    @Test
    void aYearOfHistoryShowsTheSeason() {
        Drawn.Factor winter =
                (day, hour) -> 1 + 0.25 * StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 15) / 365.25);
        var series = Drawn.calls(110, 6, 60, 19, winter);
        // Mid-October 2027: the season rises from autumn to December.
        var means = MODEL.means(Outlook.of(series, Almanac.none()), Drawn.week(110), 24 * 7 * 6);
        assertTrue(sum(means, 36) > 1.03 * sum(means, 1), sum(means, 1) + " to " + sum(means, 36));
    }
}
