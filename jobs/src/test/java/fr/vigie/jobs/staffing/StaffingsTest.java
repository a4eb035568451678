package fr.vigie.jobs.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.queue.PiecewiseHazard;
import fr.vigie.queue.Redials;
import fr.vigie.roster.AnsweredTeams;
import fr.vigie.roster.PlacedTeams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one interval of the forecast needs. */
class StaffingsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
    private static final PlannedAgents NOBODY =
            new PlannedAgents(ZoneId.of("Europe/Paris"), List.of(), new PlacedTeams(AnsweredTeams.network()));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void anIntervalWithoutCallsNeedsTheLeastThereMayBe() {
        var none = need("min-agents: 2", 0, 0);
        assertEquals(0, none.offeredErlangs());
        assertEquals(2, none.agents());
        assertEquals("min-agents", none.binding());
        assertNull(none.serviceLevel());
        assertNull(none.asaSeconds());
    }

    @Test
    void nearlyNoCallsNeedOneOperator() {
        var few = need("min-agents: 1", 1e-9, 0);
        assertEquals(1, few.agents());
        assertEquals("min-agents", few.binding());
        assertEquals(1, value(few.serviceLevel()), 1e-6);
    }

    @Test
    void severalTargetsMayBindAndEachIsNamed() {
        var need = need("max-occupancy: 0.999, max-asa: 1s, max-abandonment: 0.004, max-long-wait: 0.9", 250, 0);
        assertEquals("speed-of-answer+abandonment", need.binding());
        assertTrue(value(need.asaSeconds()) <= 1 && value(need.abandonment()) <= 0.004, need::toString);
    }

    @Test
    void eachTargetBindsWhereItIsTheHardest() {
        var lax = "max-occupancy: 0.999, max-asa: 10m, max-abandonment: 0.9, max-long-wait: 0.9";
        assertEquals("answered", need(lax, 250, 0).binding());
        assertEquals("speed-of-answer", need(lax.replace("10m", "2s"), 250, 0).binding());
        assertEquals(
                "abandonment",
                need(lax.replace("abandonment: 0.9", "abandonment: 0.002"), 250, 0)
                        .binding());
        assertEquals("occupancy", need(lax.replace("0.999", "0.6"), 250, 0).binding());
        assertEquals(
                "long-wait",
                need(lax.replace("wait: 0.9", "wait: 1e-12"), 250, 0).binding());
    }

    @Test
    void oneOperatorWhereMoreWouldBeNeededIsTheMost() {
        var need = need("max-agents: 1", 250, 0);
        assertEquals("max-agents:answered+speed-of-answer+abandonment+long-wait+occupancy", need.binding());
        assertEquals(List.of("answered", "speed-of-answer", "abandonment", "long-wait", "occupancy"), need.broken());
        assertEquals(List.of(), need("", 250, 0).broken());
        assertEquals(1, need.agents());
        assertTrue(value(need.abandonment()) > 0.7, need::toString);
    }

    @Test
    void onlyTheBrokenPromiseIsNamedWhateverTheMethod() {
        // Eleven are enough for all but this one.
        var settings = "max-agents: 11, max-long-wait: 1e-12";
        assertEquals("max-agents:long-wait", need(settings, 250, 0).binding());
        var day = Staffings.day(day(250, 250, 250, 250), rules(settings, 0), OpeningQueues.none(), NOBODY);
        assertEquals("transient", day.get(1).method());
        assertEquals(List.of("long-wait"), day.get(1).broken());
    }

    @Test
    void redialsMakeItErlangXAndTheLoadGrowsByThem() {
        var need = need("max-agents: 10", 250, 0.5);
        assertEquals("erlang-x", need.method());
        assertEquals(250 * 2 * 65 / 3600.0, need.offeredErlangs() * (1 - 0.5 * value(need.abandonment())), 1e-9);
        assertTrue(need.offeredErlangs() > 250 * 2 * 65 / 3600.0);
    }

    @Test
    void theFirstHourIsFollowedInTimeAndWhatHasSettledIsNot() {
        var rows = Staffings.day(day(250, 250, 250, 250), rules("min-agents: 1", 0), OpeningQueues.none(), NOBODY);
        assertEquals(
                List.of("transient", "transient", "erlang-a", "erlang-a"),
                rows.stream().map(StaffingRow::method).toList());
        assertEquals(need("min-agents: 1", 250, 0).agents(), rows.get(3).agents());
        assertTrue(rows.get(0).agents() <= rows.get(3).agents(), "nobody is there at first");
        for (var row : rows) {
            assertTrue(value(row.serviceLevel()) >= 0.8 && value(row.abandonment()) <= 0.05, row::toString);
            assertEquals("answered", row.binding());
        }
    }

    @Test
    void linesThatCloseForLunchOpenAgain() {
        var intervals = new ArrayList<>(day(250, 250, 250, 250, 250, 250));
        intervals.remove(2);
        var rows = Staffings.day(intervals, rules("min-agents: 1", 0), OpeningQueues.none(), NOBODY);
        assertEquals(
                List.of("transient", "transient", "transient", "transient", "erlang-a"),
                rows.stream().map(StaffingRow::method).toList());
    }

    @Test
    void aPromiseThatCannotBeIsRefusedByName() {
        for (var wrong :
                List.of("max-asa: 0s", "redial: 1.5", "max-occupancy: 1.0", "min-agents: 0", "probability: 80")) {
            var error = assertThrows(UserError.class, () -> need(wrong, 10, 0));
            assertEquals(2, error.exitCode(), wrong);
            assertTrue(String.valueOf(error.getMessage()).contains("staffing"), error::getMessage);
        }
    }

    @Test
    void aPromiseKeptMoreOftenNeedsMore() {
        int usual = need("min-agents: 1", 250, 0).agents();
        int half = need("probability: 0.5", 250, 0).agents();
        int often = need("probability: 0.8", 250, 0).agents();
        int nearlyAlways = need("probability: 0.99", 250, 0).agents();
        assertEquals(usual, half);
        assertTrue(half < often && often < nearlyAlways, half + ", " + often + ", " + nearlyAlways);
    }

    @Test
    void aDayIsPlayedWherePatienceIsFarFromExponentialAndItsRosterIsMadeSoon() {
        // Nobody hangs up in the first minute.
        var laws = new CallerLaws(new PiecewiseHazard(new double[] {0, 60}, new double[] {0, 0.005}), Redials.NONE);
        var rules = rules("", 0);
        var rows = Staffings.day(day(200, 200, 200), rules.with(laws), OpeningQueues.none(), NOBODY);
        for (var row : rows) {
            assertEquals("simulated", row.method());
            assertTrue(value(row.serviceLevel()) >= 0.8 && value(row.occupancy()) <= 0.88, row.toString());
            assertTrue(row.agents() >= 8 && row.agents() <= 13, row.toString());
            assertTrue(List.of("answered", "occupancy", "answered+occupancy").contains(row.binding()), row.toString());
        }
        assertEquals(rows, Staffings.day(day(200, 200, 200), rules.with(laws), OpeningQueues.none(), NOBODY));
        var formulas = Staffings.day(day(200, 200, 200), rules, OpeningQueues.none(), NOBODY);
        assertTrue(formulas.stream().noneMatch(row -> row.method().equals("simulated")));
    }

    @Test
    void aPlayedDayKnowsWhenCallsTakeLonger() {
        var laws = new CallerLaws(new PiecewiseHazard(new double[] {0, 60}, new double[] {0, 0.005}), Redials.NONE);
        var intervals = new ArrayList<ForecastRow>();
        for (int i = 0; i < 6; i++) {
            intervals.add(interval(NINE.plusSeconds(1800L * i), 200, i < 3 ? 40 : 120));
        }
        var rows = Staffings.day(intervals, rules("", 0).with(laws), OpeningQueues.none(), NOBODY);
        assertEquals("simulated", rows.get(1).method());
        // Loads of 4.4 and 13.3 erlangs; at a mean of 80 s all day both would be 8.9.
        assertTrue(rows.get(1).agents() <= 8, rows::toString);
        assertTrue(rows.get(4).agents() >= 14, rows::toString);
    }

    @Test
    void theScatterOfCallsIsNotCountedTwice() {
        // Queueing knows that 250 calls scatter by 16; the forecast's 40 are those and 37 of its own.
        var need = need("probability: 0.9", 250, 0);
        double erlangs = (250 + 1.2816 * Math.sqrt(40 * 40 - 250)) * 2 * 65 / 3600;
        assertEquals(erlangs, need.offeredErlangs(), 0.02 * erlangs);
    }

    private static StaffingRow need(String settings, double calls, double redial) {
        return Staffings.need(interval(NINE, calls), rules(settings, redial), NOBODY, null);
    }

    private static StaffingRules rules(String settings, double redial) {
        var blocks = List.of(
                new Block("service", ServiceConfig.class), new Block("staffing", new StaffingJob().configuration()));
        var config = VigieConfig.parse("staffing: { " + settings + " }", "test", blocks);
        return config.block(StaffingConfig.class).rules(config.block(ServiceConfig.class), 300, redial);
    }

    /** Half-hours from nine on. */
    private static List<ForecastRow> day(double... calls) {
        return IntStream.range(0, calls.length)
                .mapToObj(i -> interval(NINE.plusSeconds(1800L * i), calls[i]))
                .toList();
    }

    private static ForecastRow interval(Instant start, double calls) {
        return interval(start, calls, 65);
    }

    private static ForecastRow interval(Instant start, double calls, double ahtSeconds) {
        return new ForecastRow(
                MONDAY,
                "m",
                "network",
                "network",
                30,
                start,
                MONDAY,
                calls,
                atScore(calls, -1.96),
                atScore(calls, -1.645),
                atScore(calls, -1.2816),
                atScore(calls, -0.6745),
                calls,
                atScore(calls, 0.6745),
                atScore(calls, 1.2816),
                atScore(calls, 1.645),
                atScore(calls, 1.96),
                ahtSeconds);
    }

    /** A forecast whose standard deviation is 40 calls where it expects 250. */
    private static double atScore(double calls, double score) {
        return calls * (1 + 0.16 * score);
    }

    private static double value(@org.jspecify.annotations.Nullable Double figure) {
        assertNotNull(figure);
        return figure;
    }
}
