package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransientErlangATest {
    private static final double QUARTER = 900;
    private static final double AHT = 65;
    private static final double PATIENCE = 240;
    private static final Measures MEASURES = new Measures(List.of(5.0, 20.0, 300.0), 60);

    private static LoadInterval load(double seconds, double erlangs, double patience) {
        return new LoadInterval(seconds, erlangs / AHT * 3600, AHT, patience);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 1, 90", "5.4, 6, 90", "11, 12, 300", "15, 12, 300", "0.2, 3, 1000", "98, 96, 180"})
    void settlesAtErlangA(double erlangs, int agents, double patience) {
        var hours = load(8 * 3600, erlangs, patience);
        var hour = load(3600, erlangs, patience);
        var settled = new TransientErlangA(List.of(hours, hour, hour), 5, MEASURES)
                .with(List.of(agents, agents, agents))
                .get(1);
        var formula = new ErlangA(erlangs, AHT, patience).with(agents);
        for (var definition : ServiceLevelDefinition.values()) {
            var measure = ServiceLevel.offered(20).by(definition);
            near(formula.serviceLevel(measure), settled.serviceLevel(measure), definition.word());
        }
        near(formula.abandonment(), settled.abandonment(), "abandonment");
        near(formula.meanWaitSeconds(), settled.meanWaitSeconds(), "mean wait");
        near(formula.asaSeconds(), settled.asaSeconds(), "speed of answer");
        near(formula.occupancy(), settled.occupancy(), "occupancy");
        near(formula.shareWaitingOver(300), settled.at(300).over(), "long waits");
    }

    private static void near(@Nullable Double formula, double computed, String what) {
        double expected = Objects.requireNonNull(formula);
        assertEquals(expected, computed, 1e-6 * Math.max(1, expected), what);
    }

    record Day(String name, List<Double> erlangs, List<Integer> agents, int backlog) {}

    static Stream<Day> days() {
        return Stream.of(
                new Day("Monday's opening", List.of(13.0, 11.0, 9.0, 9.0), List.of(12, 12, 10, 10), 10),
                new Day("agents come late", List.of(6.0, 9.0, 12.0, 10.0), List.of(3, 8, 14, 12), 25),
                new Day("agents leave", List.of(12.0, 12.0, 7.0, 3.0), List.of(14, 12, 8, 4), 0),
                new Day("nobody is there at first", List.of(2.0, 4.0, 4.0), List.of(0, 6, 6), 3));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theSimulationContainsIt(Day day) {
        var load = day.erlangs().stream()
                .map(erlangs -> load(QUARTER, erlangs, PATIENCE))
                .toList();
        var computed = new TransientErlangA(load, day.backlog(), MEASURES).with(day.agents());
        var kind = new CallKind(
                load.stream().map(LoadInterval::callsPerHour).toList(),
                day.backlog(),
                new Exponential(AHT),
                new Exponential(PATIENCE),
                Redials.NONE);
        var seen = new DiscreteEventSimulation(
                        QUARTER,
                        List.of(kind),
                        Agent.perInterval(day.agents(), QUARTER),
                        Routing.LONGEST_IDLE,
                        MEASURES)
                .replicate(4_000, new SplittableRandom(99));
        for (int i = 0; i < load.size(); i++) {
            var figures = computed.get(i);
            String where = day.name() + ", interval " + i;
            for (var definition : ServiceLevelDefinition.values()) {
                var measure = ServiceLevel.offered(20).by(definition);
                contains(seen, i, Figure.serviceLevel(measure), figures.serviceLevel(measure), where);
            }
            contains(seen, i, Figure.OFFERED, figures.offered(), where);
            contains(seen, i, Figure.ANSWERED, figures.answered(), where);
            contains(seen, i, Figure.ABANDONMENT, figures.abandonment(), where);
            contains(seen, i, Figure.MEAN_WAIT, figures.meanWaitSeconds(), where);
            contains(seen, i, Figure.SPEED_OF_ANSWER, figures.asaSeconds(), where);
            contains(seen, i, Figure.waitingOver(300), figures.at(300).over(), where);
        }
    }

    /** A 99.99 % interval: 40 figures are compared for each day. */
    private static void contains(Replications seen, int interval, Figure figure, double computed, String where) {
        var estimate = seen.interval(interval, figure, 0.9999);
        if (Double.isNaN(computed) && Double.isNaN(estimate.value())) {
            return;
        }
        assertTrue(
                estimate.contains(computed) || Math.abs(computed) < 1e-3 && estimate.value() < 1e-3,
                () -> where + ", " + figure.name() + ": " + estimate + ", not " + computed);
    }

    @Test
    void serviceLevelsAloneAreThoseAmongTheFigures() {
        var asked = Stream.of(ServiceLevelDefinition.values())
                .map(ServiceLevel.offered(20)::by)
                .toList();
        var day = new TransientErlangA(
                List.of(load(QUARTER, 1, PATIENCE), load(QUARTER, 2, PATIENCE)), 4, Measures.ofLevels(asked));
        var agents = List.of(3, 2);
        var figures = day.with(agents);
        var levels = day.serviceLevels(agents, asked);
        for (int i = 0; i < levels.size(); i++) {
            var all = figures.get(i);
            assertEquals(all.offered(), levels.get(i).offered());
            assertEquals(
                    asked.stream().map(all::serviceLevel).toList(),
                    levels.get(i).levels());
        }
    }

    @Test
    void withoutArrivalsABacklogIsADeathProcess() {
        // One agent, two callers, nobody hangs up (mean patience of 30 years): the second is served when the first is
        // done.
        var load = new LoadInterval(QUARTER, 0, AHT, 1e9);
        var figures = new TransientErlangA(List.of(load, load), 2, MEASURES)
                .with(List.of(1, 1))
                .get(0);
        assertEquals(2, figures.offered());
        assertEquals((1 + 1 - Math.exp(-20 / AHT)) / 2, figures.at(20).answeredWithin(), 1e-7);
        assertEquals(AHT / 2, figures.asaSeconds(), 1e-4);
        assertEquals(AHT / 2, figures.meanWaitSeconds(), 1e-4);
    }

    @Test
    void sharesAddUpAndMoreAgentsAreBetter() {
        var load = List.of(load(QUARTER, 8, PATIENCE), load(QUARTER, 11, PATIENCE));
        double before = 0;
        for (int agents = 6; agents < 16; agents++) {
            var figures = new TransientErlangA(load, 10, MEASURES)
                    .with(List.of(agents, 12))
                    .get(0);
            assertEquals(1, figures.answered() + figures.abandonment(), 1e-9);
            double level = figures.serviceLevel(ServiceLevel.offered(20));
            assertTrue(level > before, agents + " agents");
            before = level;
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> new TransientErlangA(List.of(), 0, MEASURES));
        var one = new TransientErlangA(List.of(load(QUARTER, 1, PATIENCE)), 0, MEASURES);
        assertThrows(IllegalArgumentException.class, () -> one.with(List.of(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> one.with(List.of(-1)));
        assertThrows(IllegalArgumentException.class, () -> new LoadInterval(QUARTER, 1, 0, 1));
    }
}
