package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.queue.Agent.Stretch;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscreteEventSimulationTest {
    private static final double QUARTER = 900;
    private static final Measures MEASURES = new Measures(List.of(5.0, 20.0, 300.0), 30);
    private static final TimeLaw AHT = LogNormal.of(65, 0.9);

    /** Callers of endless patience, minute-long calls: what happens can be written down. */
    private static CallKind minuteCalls(int backlog) {
        return new CallKind(List.of(0.0, 0.0), backlog, new Observed(60), new Never(), Redials.NONE);
    }

    private static CallKind ramp(TimeLaw patience, Redials redials) {
        return new CallKind(List.of(900.0, 700.0, 500.0, 300.0), 10, AHT, patience, redials);
    }

    private static SimulatedDay play(List<CallKind> kinds, List<Agent> agents, double intervalSeconds) {
        return new DiscreteEventSimulation(intervalSeconds, kinds, agents, Routing.LONGEST_IDLE, MEASURES)
                .play(new SplittableRandom(1));
    }

    @Test
    void aBacklogIsServedInTurn() {
        var day = play(List.of(minuteCalls(5)), Agent.perInterval(List.of(2, 2), QUARTER), QUARTER);
        var first = day.intervals().get(0);
        assertEquals(5, first.answered());
        // Two at once, two after a minute, one after two.
        assertEquals(60 + 60 + 120, first.waitSeconds());
        assertEquals(2 * 3600 + 120 * 120, first.squaredWaitSeconds());
        assertEquals(240, first.queueSeconds());
        assertEquals(300, first.busySeconds());
        assertEquals(1800, first.staffedSeconds());
        assertEquals(180, first.longestRunSeconds());
        assertEquals(2, first.at(20).answeredWithin());
        assertEquals(3, first.at(20).over());
        assertEquals(0, first.at(300).over());
        assertEquals(0, day.intervals().get(1).busySeconds());
    }

    @Test
    void callsTakeAsLongAsThoseOfTheirInterval() {
        var calls =
                new CallKind(List.of(0.0, 400.0), 5, new Observed(60), List.of(0.5, 2.0), new Never(), Redials.NONE);
        var day = play(List.of(calls), Agent.perInterval(List.of(50, 50), QUARTER), QUARTER);
        assertEquals(5 * 30, day.intervals().get(0).busySeconds());
        var second = day.intervals().get(1);
        // Calls still going on at the end are busy until then.
        assertTrue(second.busySeconds() <= 120 * second.answered() && second.busySeconds() > 100 * second.answered());
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> new CallKind(List.of(1.0), 0, new Observed(60), List.of(0.0), new Never(), Redials.NONE));
        assertTrue(String.valueOf(error.getMessage()).startsWith("The factor of the handling time (0.0)"));
    }

    @Test
    void oneAgentOfTwoSkillsTakesTheLongestWaiting() {
        var first = new CallKind(List.of(0.0), 2, new Observed(60), new Never(), Redials.NONE);
        var second = new CallKind(List.of(0.0), 2, new Observed(30), new Observed(130), Redials.NONE);
        var both = new Agent(0b11, List.of(new Stretch(0, QUARTER)));
        var day = play(List.of(first, second), List.of(both), QUARTER);
        // First kind 0-60 and 60-120, then the second 120-150; its other caller has hung up at 130.
        assertEquals(60, day.byKind().get(0).get(0).waitSeconds());
        var other = day.byKind().get(1).get(0);
        assertEquals(1, other.answered());
        assertEquals(1, other.abandoned());
        assertEquals(120 + 130, other.waitSeconds());
        assertEquals(150, day.total().busySeconds());
        // Without hanging up that caller would have been answered at 150.
        assertEquals(2, other.at(300).virtualWithin());
    }

    @Test
    void whatNobodyCanAnswerWaitsUntilTheLinesClose() {
        var kinds = List.of(minuteCalls(1), minuteCalls(3));
        var day = play(kinds, List.of(new Agent(0b01, List.of(new Stretch(0, 2 * QUARTER)))), QUARTER);
        assertEquals(3, day.total().lostAtClose());
        assertEquals(3 * 2 * QUARTER, day.byKind().get(1).get(0).waitSeconds());
        assertEquals(3 * QUARTER, day.byKind().get(1).get(1).queueSeconds());
        assertEquals(3, day.byKind().get(1).get(0).at(300).over());
    }

    @Test
    void theLeastSkilledAgentIsSpared() {
        // A caller of the first kind calls again at 100 s, one of the second at 110 s; calls take five minutes. The
        // generalist is free longest, the specialist of the first kind came a second later.
        var generalist = new Agent(0b11, List.of(new Stretch(50, 300)));
        var specialist = new Agent(0b01, List.of(new Stretch(51, 300)));
        var first = again(100);
        var second = again(110);
        for (var routing : Routing.values()) {
            var day = new DiscreteEventSimulation(
                            300, List.of(first, second), List.of(generalist, specialist), routing, MEASURES)
                    .play(new SplittableRandom(7));
            assertEquals(1, day.byKind().get(0).get(0).answered(), routing + ", first kind");
            assertEquals(
                    routing == Routing.LEAST_SKILLED ? 1 : 0,
                    day.byKind().get(1).get(0).answered(),
                    routing + ", second kind");
        }
    }

    /** One caller who waits 10 s when the lines open, and calls again at that second. */
    private static CallKind again(double second) {
        return new CallKind(
                List.of(0.0), 1, new Observed(300), new Observed(10), new Redials(1, new Observed(second - 10)));
    }

    @Test
    void aCallUnderWayIsFinishedWhenTheShiftEnds() {
        var agent = new Agent(1, List.of(new Stretch(0, 90)));
        var day = play(List.of(minuteCalls(3)), List.of(agent), QUARTER);
        assertEquals(2, day.total().answered());
        assertEquals(120, day.total().staffedSeconds());
        assertEquals(1, day.total().lostAtClose());
    }

    @Test
    void aBreakPutsOffCallsAndEndsARun() {
        var agent = new Agent(1, List.of(new Stretch(0, 60), new Stretch(100, QUARTER)));
        var day = play(List.of(minuteCalls(3)), List.of(agent), QUARTER).total();
        // 0-60, break of 40 s, 100-160, 160-220.
        assertEquals(100 + 160, day.waitSeconds());
        assertEquals(120, day.longestRunSeconds());
        assertEquals(60 + 800, day.staffedSeconds());
        var shorter = new Agent(1, List.of(new Stretch(0, 60), new Stretch(80, QUARTER)));
        // Twenty seconds are no pause.
        assertEquals(
                200,
                play(List.of(minuteCalls(3)), List.of(shorter), QUARTER).total().longestRunSeconds());
    }

    @Test
    void whoHangsUpCallsAgainAfterTheDelay() {
        var kind = new CallKind(List.of(0.0), 1, new Observed(60), new Observed(50), new Redials(1, new Observed(100)));
        var late = new Agent(1, List.of(new Stretch(420, QUARTER)));
        var day = play(List.of(kind), List.of(late), QUARTER).total();
        // Waits 0-50, 150-200, 300-350 and finds the agent free at 450.
        assertEquals(4, day.offered());
        assertEquals(3, day.redials());
        assertEquals(3, day.abandoned());
        assertEquals(1, day.answered());
        assertEquals(150, day.waitSeconds(), 1e-3);
    }

    @Test
    void agentsPerIntervalComeAndGoInTurn() {
        assertEquals(
                List.of(
                        new Agent(1, List.of(new Stretch(0, 30))),
                        new Agent(1, List.of(new Stretch(0, 10), new Stretch(20, 30))),
                        new Agent(1, List.of(new Stretch(20, 30)))),
                Agent.perInterval(List.of(2, 1, 3), 10));
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyCallerIsAccountedFor(Routing routing) {
        var patience = new PiecewiseHazard(new double[] {0, 15, 60}, new double[] {0.01, 0.02, 0.002});
        var redials = new Redials(0.6, LogNormal.of(200, 1));
        var kinds = List.of(ramp(patience, redials), ramp(new Exponential(90), Redials.NONE));
        var agents = List.of(
                new Agent(0b01, List.of(new Stretch(0, 1000), new Stretch(1600, 3600))),
                new Agent(0b10, List.of(new Stretch(0, 3600))),
                new Agent(0b11, List.of(new Stretch(0, 3600))),
                new Agent(0b11, List.of(new Stretch(900, 3000))));
        var replications = new DiscreteEventSimulation(QUARTER, kinds, agents, routing, MEASURES)
                .replicate(50, new SplittableRandom(11));
        for (var day : replications.days()) {
            var total = day.total();
            assertTrue(total.lostAtClose() >= 0, "lost");
            assertTrue(total.redials() > 0 && total.redials() < total.offered(), "redials");
            assertTrue(total.busySeconds() <= total.staffedSeconds() + 1e-6, "busy");
            assertEquals(total.waitSeconds(), total.queueSeconds(), 1e-6);
            for (var at : total.waits()) {
                assertTrue(at.answeredWithin() <= at.virtualWithin(), "virtual");
                assertEquals(total.offered(), at.answeredWithin() + at.goneWithin() + at.over());
            }
            double ofKinds = day.byKind().stream()
                    .flatMap(List::stream)
                    .mapToDouble(Tally::offered)
                    .sum();
            assertEquals(total.offered(), ofKinds);
            assertEquals(4 * QUARTER, total.seconds());
        }
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        var day = new DiscreteEventSimulation(
                QUARTER,
                ramp(new Exponential(120), new Redials(0.5, new Exponential(300))),
                Agent.perInterval(Collections.nCopies(4, 12), QUARTER));
        assertEquals(day.play(new SplittableRandom(5)), day.play(new SplittableRandom(5)));
        assertNotEquals(day.play(new SplittableRandom(5)), day.play(new SplittableRandom(6)));
        assertEquals(day.play(l64(5)), day.play(l64(5)));
    }

    private static SplittableGenerator l64(long seed) {
        return (SplittableGenerator)
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anAgentMoreMakesNobodyWaitLongerOnTheSameCalls(long seed) {
        double before = Double.POSITIVE_INFINITY;
        double offered = 0;
        for (int agents = 8; agents <= 20; agents++) {
            var day = new DiscreteEventSimulation(
                            QUARTER,
                            ramp(new Never(), Redials.NONE),
                            Agent.perInterval(Collections.nCopies(4, agents), QUARTER))
                    .play(new SplittableRandom(seed));
            double wait = day.total().waitSeconds();
            assertTrue(wait <= before, agents + " agents: " + wait + " after " + before);
            assertTrue(offered == 0 || offered == day.total().offered(), "other calls came");
            before = wait;
            offered = day.total().offered();
        }
    }

    @Test
    void saysWhatIsWrongWithADay() {
        var kind = minuteCalls(0);
        var wrong = assertThrows(IllegalArgumentException.class, () -> new DiscreteEventSimulation(0, kind, List.of()));
        assertTrue(wrong.getMessage().contains("Maybe 900"), wrong.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Agent(0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Stretch(10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Exponential(0));
        assertThrows(
                IllegalArgumentException.class, () -> new CallKind(List.of(-1.0), 0, AHT, new Never(), Redials.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DiscreteEventSimulation(
                        1e6, new CallKind(List.of(1.0, 1.0, 1.0, 1.0, 1.0), 0, AHT, AHT, Redials.NONE), List.of()));
    }
}
