package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.Occasion;
import fr.vigie.calendar.Occasion.Kind;
import fr.vigie.calendar.SchoolZone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlowLevelTest {
    private static final HourOfWeekRegression MODEL = new HourOfWeekRegression();
    private static final Almanac SCHOOLS = new Almanac(Set.of(), Optional.of(SchoolZone.B));
    private static final int HOURLY = 60;

    private static double sum(double[] means, int week) {
        return Arrays.stream(means, 168 * week, 168 * week + 168).sum();
    }

    private static Occasion epidemic(LocalDate from, LocalDate until) {
        return new Occasion(Kind.EPIDEMIC, from, until, 1);
    }

    /** Rises by a third at the peak and falls again. */
    private static double bell(Occasion epidemic, LocalDate day) {
        double middle = ChronoUnit.DAYS.between(epidemic.from(), epidemic.until()) / 2.0;
        double z = (ChronoUnit.DAYS.between(epidemic.from(), day) - middle) / (middle / 2);
        return 0.33 * Math.exp(-z * z / 2);
    }

    @Test
    void anEpidemicThatGoesOnFallsAsThoseBeforeDid() {
        var before = epidemic(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 26));
        var now = epidemic(LocalDate.of(2026, 11, 30), LocalDate.of(2027, 1, 25));
        Drawn.Factor ill = (day, hour) -> 1 + bell(before, day) + bell(now, day);
        // A week after the peak.
        int weeks = 70;
        assertEquals(LocalDate.of(2027, 1, 4), Drawn.FIRST.plusWeeks(weeks));
        var series = Drawn.calls(weeks, 3, HOURLY, 21, ill);
        var outlook = Outlook.of(series, Almanac.none().with(List.of(before, now)));
        var means = MODEL.means(outlook, Drawn.week(weeks), 3 * 168);
        var quiet = Drawn.calls(weeks, 3, HOURLY, 21);
        var usual = MODEL.means(Drawn.alone(quiet), Drawn.week(weeks), 3 * 168);
        for (int week = 0; week < 3; week++) {
            var middle = Drawn.FIRST.plusWeeks(weeks + week).plusDays(2);
            assertEquals(ill.on(middle, 12), sum(means, week) / sum(usual, week), 0.05, "week " + week);
        }
        assertTrue(sum(means, 2) < 0.88 * sum(means, 0));
    }

    @Test
    void summerIsNotLikeTheOtherSchoolHolidays() {
        Drawn.Factor away = (day, hour) ->
                !SCHOOLS.isSchoolHoliday(day) ? 1 : day.getMonthValue() == 7 || day.getMonthValue() == 8 ? 0.7 : 0.95;
        // Schools close on 17 October 2026.
        int weeks = 58;
        assertEquals(LocalDate.of(2026, 10, 12), Drawn.FIRST.plusWeeks(weeks));
        var series = Drawn.calls(weeks, 2, HOURLY, 22, away);
        var means = MODEL.means(Outlook.of(series, SCHOOLS), Drawn.week(weeks), 2 * 168);
        assertEquals(0.95, sum(means, 1) / sum(means, 0), 0.03);
    }

    @Test
    void doctorsAwayOfManyLowerTheWholeByTheirShare() {
        var leave = new ArrayList<Occasion>();
        for (int week = 4; week < 56; week += 4) {
            leave.add(new Occasion(
                    Kind.LEAVE,
                    Drawn.FIRST.plusWeeks(week),
                    Drawn.FIRST.plusWeeks(week + 1),
                    week % 8 == 0 ? 0.05 : 0.3));
        }
        leave.add(new Occasion(Kind.LEAVE, Drawn.FIRST.plusWeeks(58), Drawn.FIRST.plusWeeks(59), 0.3));
        Drawn.Factor away = (day, hour) -> 1
                - 0.5
                        * leave.stream()
                                .filter(o -> !day.isBefore(o.from()) && day.isBefore(o.until()))
                                .mapToDouble(Occasion::share)
                                .sum();
        var series = Drawn.calls(58, 2, HOURLY, 23, away);
        var outlook = Outlook.of(series, Almanac.none().with(leave));
        var means = MODEL.means(outlook, Drawn.week(58), 2 * 168);
        assertEquals(0.85, sum(means, 0) / sum(means, 1), 0.03);
        var told = MODEL.effects(outlook, Drawn.week(58), 168).stream()
                .filter(effect -> effect.influence() == Influence.DOCTORS_AWAY)
                .toList();
        assertEquals(6, told.size());
        assertTrue(told.stream().allMatch(effect -> Math.abs(effect.ratio() + 0.15) < 0.03), told.toString());
    }
}
