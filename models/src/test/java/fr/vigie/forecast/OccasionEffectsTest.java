package fr.vigie.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.Occasion;
import fr.vigie.calendar.Occasion.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccasionEffectsTest {
    private static final HourOfWeekRegression MODEL = new HourOfWeekRegression();
    private static final int WEEKS = 30;
    /** The first of two weeks ahead. */
    private static final Occasion NEXT_WEEK = week(Kind.CAMPAIGN, WEEKS);

    private static Occasion week(Kind kind, int week) {
        var from = Drawn.FIRST.plusWeeks(week);
        return new Occasion(kind, from, from.plusDays(7), 1);
    }

    private static Drawn.Factor lifted(double factor, List<Occasion> occasions) {
        return (day, hour) -> occasions.stream().anyMatch(o -> isOn(o, day)) ? factor : 1;
    }

    private static boolean isOn(Occasion occasion, LocalDate day) {
        return !day.isBefore(occasion.from()) && day.isBefore(occasion.until());
    }

    private static double[] ahead(Outlook outlook) {
        return MODEL.means(outlook, Drawn.week(WEEKS), 2 * 168);
    }

    /** The week of the campaign over the week after. */
    private static double lift(Outlook outlook) {
        var means = ahead(outlook);
        return Arrays.stream(means, 0, 168).sum()
                / Arrays.stream(means, 168, 336).sum();
    }

    @Test
    void aCampaignToComeDoesWhatTheOnesBeforeDidAndIsTold() {
        var before = List.of(week(Kind.CAMPAIGN, 10), week(Kind.CAMPAIGN, 20));
        var series = Drawn.calls(WEEKS, 2, 30, 1, lifted(1.8, before));
        var almanac = Almanac.none().with(List.of(before.get(0), before.get(1), NEXT_WEEK));
        var outlook = Outlook.of(series, almanac);
        assertEquals(1.8, lift(outlook), 0.1);
        assertEquals(1, lift(Drawn.alone(series)), 0.03);
        var told = MODEL.effects(outlook, Drawn.week(WEEKS), 2 * 168).stream()
                .filter(effect -> effect.influence() == Influence.CAMPAIGN)
                .toList();
        assertEquals(6, told.size());
        assertTrue(told.stream().allMatch(e -> isOn(NEXT_WEEK, e.day()) && Math.abs(e.ratio() - 0.8) < 0.1));
    }

    @Test
    void aMonthOfRamadanIsForeseenAsTheLastOneWasAndTold() {
        var last = new Occasion(Kind.RAMADAN, Drawn.FIRST.plusWeeks(10), Drawn.FIRST.plusWeeks(14), 1);
        var series = Drawn.calls(WEEKS, 2, 30, 6, lifted(0.85, List.of(last)));
        var next = new Occasion(Kind.RAMADAN, NEXT_WEEK.from(), NEXT_WEEK.until(), 1);
        var outlook = Outlook.of(series, Almanac.none().with(List.of(last, next)));
        assertEquals(0.85, lift(outlook), 0.05);
        assertTrue(MODEL.effects(outlook, Drawn.week(WEEKS), 2 * 168).stream()
                .anyMatch(effect -> effect.influence() == Influence.RAMADAN && effect.ratio() < -0.08));
    }

    @Test
    void aCampaignThatNobodyHasEverSeenIsExpectedToDoNothing() {
        var series = Drawn.calls(WEEKS, 2, 30, 2);
        assertEquals(1, lift(Outlook.of(series, Almanac.none().with(List.of(NEXT_WEEK)))), 0.03);
    }

    @Test
    void theFirstCampaignOfAPracticeDoesWhatOthersOfItsGroupDid() {
        var members = IntStream.range(0, 5)
                .mapToObj(k -> {
                    var own = List.of(week(Kind.CAMPAIGN, 12 + k));
                    return Outlook.of(
                            Drawn.calls(WEEKS, 2, 3, 10 + k, lifted(1.8, own)),
                            Almanac.none().with(own));
                })
                .toList();
        var family = FamilyProfile.of(Drawn.calls(WEEKS, 2, 15, 9), members);
        var child = Outlook.of(Drawn.calls(WEEKS, 2, 3, 3), Almanac.none().with(List.of(NEXT_WEEK)));
        assertEquals(1.8, lift(child.in(family)), 0.15);
        assertEquals(1, lift(child), 0.1);
    }

    @Test
    void oneOfTwoDoctorsAwayDoesHalfOfWhatBothDo() {
        var both = List.of(week(Kind.LEAVE, 8), week(Kind.LEAVE, 18));
        var series = Drawn.calls(WEEKS, 2, 30, 4, lifted(0.5, both));
        var one = new Occasion(Kind.LEAVE, NEXT_WEEK.from(), NEXT_WEEK.until(), 0.5);
        var almanac = Almanac.none().with(List.of(both.get(0), both.get(1), one));
        assertEquals(0.75, lift(Outlook.of(series, almanac)), 0.05);
    }

    @Test
    void anEpidemicIsNotKnownBeforeItBegins() {
        var before = List.of(week(Kind.EPIDEMIC, 10), week(Kind.EPIDEMIC, 16));
        var epidemic = week(Kind.EPIDEMIC, 26);
        var all = List.of(before.get(0), before.get(1), epidemic);
        var series = Drawn.calls(WEEKS, 2, 30, 5, lifted(1.3, all));
        var knowing = Outlook.of(series, Almanac.none().with(all));
        var not = Outlook.of(series, Almanac.none().with(before));
        // The history after the origin differs in nothing that may be looked at.
        assertArrayEquals(MODEL.means(not, Drawn.week(26), 168), MODEL.means(knowing, Drawn.week(26), 168), 1e-9);
        int begun = Drawn.week(26) + 48;
        double known = Arrays.stream(MODEL.means(knowing, begun, 96)).sum();
        double unknown = Arrays.stream(MODEL.means(not, begun, 96)).sum();
        assertTrue(known > 1.05 * unknown, known + " against " + unknown);
    }
}
