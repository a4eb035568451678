package fr.vigie.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedCurveTest {
    private static final Sizing SIZING =
            new Sizing(List.of(new Target.Answered(0.8, ServiceLevel.offered(20)), new Target.Abandonment(0.05)));

    private static final NeedCurve CURVE = NeedCurve.of(
            List.of(new NeedCurve.Interval(60, 400, 65, SIZING), new NeedCurve.Interval(30, 100, 65, SIZING)), 300, 0);

    private static int agents(double callsPerHour) {
        return SIZING.of(new ErlangA(callsPerHour * 65 / 3600, 65, 300))
                .performance()
                .agents();
    }

    @Test
    void isTheSumOfWhatIntervalsNeed() {
        assertEquals(agents(400) + agents(200) / 2.0, CURVE.hours(500), 1e-9);
        assertEquals(agents(800) + agents(400) / 2.0, CURVE.hours(1000), 1e-9);
        assertEquals(1.5, CURVE.hours(0), 1e-9, "somebody is there even for nobody");
    }

    @Test
    void everyTeamKeepsWhatItPromises() {
        var strict = new Sizing(List.of(new Target.Answered(0.95, ServiceLevel.offered(10))));
        var both = NeedCurve.of(
                List.of(new NeedCurve.Interval(60, 400, 65, SIZING), new NeedCurve.Interval(60, 400, 65, strict)),
                300,
                0);
        int more =
                strict.of(new ErlangA(400 * 65 / 3600.0, 65, 300)).performance().agents();
        assertTrue(more > agents(400));
        assertEquals(agents(400) + more, both.hours(800), 1e-9);
    }

    @Test
    void seatsDoNotCutTheNeed() {
        var seats = new Sizing(SIZING.targets(), 1, 8);
        var cut = NeedCurve.of(
                List.of(new NeedCurve.Interval(60, 400, 65, seats), new NeedCurve.Interval(30, 100, 65, seats)),
                300,
                0);
        assertTrue(agents(400) > 8 && agents(200) <= 8, "the first interval does not fit");
        assertEquals(1, cut.intervalsOverMost());
        assertEquals(0, CURVE.intervalsOverMost());
        for (double calls = 0; calls < 2000; calls += 50) {
            assertEquals(CURVE.hours(calls), cut.hours(calls), 1e-9, "calls " + calls);
        }
    }

    @Test
    void risesForEverAlsoWhereOneAgentIsEnough() {
        var quiet = NeedCurve.of(List.of(new NeedCurve.Interval(60, 0.1, 180, SIZING)), 300, 0);
        assertEquals(1, quiet.hours(0.3), 1e-9);
        assertEquals(1 + 99.7 * 180 / 3600, quiet.hours(100), 1e-9, "at least what it takes to handle them");
        assertEquals(100, quiet.calls(quiet.hours(100)), 1e-9);
    }

    @Test
    void aLongerWeekTakesTheSameHoursACall() {
        var longer = CURVE.longer(1.2);
        assertEquals(600, longer.callsPerWeek(), 1e-9);
        for (double calls = 0; calls < 2000; calls += 50) {
            assertEquals(1.2 * CURVE.hours(calls), longer.hours(1.2 * calls), 1e-9);
        }
        assertThrows(IllegalArgumentException.class, () -> CURVE.longer(0));
    }

    @Test
    void needsFewerHoursACallTheMoreThereAre() {
        assertTrue(CURVE.hours(1500) / 1500 < CURVE.hours(500) / 500);
    }

    @Test
    void goesBackFromHoursToCalls() {
        for (double calls = 0; calls < 2000; calls += 37) {
            double hours = CURVE.hours(calls);
            assertTrue(CURVE.calls(hours) >= calls - 1e-6, "calls " + calls);
            assertEquals(hours, CURVE.hours(CURVE.calls(hours)), 1e-9, "calls " + calls);
        }
        assertEquals(0, CURVE.calls(1));
    }

    @Test
    void refusesAWeekWithoutCalls() {
        assertThrows(IllegalArgumentException.class, () -> NeedCurve.of(List.of(), 300, 0));
    }
}
