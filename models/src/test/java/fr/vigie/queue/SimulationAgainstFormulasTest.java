package fr.vigie.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangC;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.ServiceLevelDefinition;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the formulas hold, the simulation's interval contains them: a warm-up of six hours, then 48 hours. It is a 99 %
 * interval for all figures of a case together (Bonferroni).
 */
class SimulationAgainstFormulasTest {
    private static final int FIGURES = 10;
    private static final double LEVEL = 1 - 0.01 / FIGURES;
    private static final Measures MEASURES = new Measures(List.of(5.0, 20.0, 60.0), 60);
    private static final int REPLICATIONS = 40;
    /** Too rare to be seen. */
    private static final double RARE = 1e-4;

    private static final double HOURS = 48;
    private static final double AHT = 65;

    record Case(QueueModel model, int agents, TimeLaw patience, Redials redials) {}

    static Stream<Case> cases() {
        return Stream.of(
                patient(0.6, 1),
                patient(9, 12),
                patient(11, 12),
                impatient(1.8, 3, 90),
                impatient(5.4, 6, 90),
                impatient(11, 12, 300),
                impatient(15, 12, 300),
                impatient(50, 47, 180),
                again(11, 12, 120, 0.5),
                again(12, 12, 120, 0.3));
    }

    private static Case patient(double load, int agents) {
        return new Case(new ErlangC(load, AHT), agents, new Never(), Redials.NONE);
    }

    private static Case impatient(double load, int agents, double patience) {
        return new Case(new ErlangA(load, AHT, patience), agents, new Exponential(patience), Redials.NONE);
    }

    /**
     * A redial after an hour or so meets a queue that has forgotten the call before it, as Erlang X assumes. Far above what
     * agents can do (16 erlangs for 12) redials are no longer Poisson, and its waits are off by a twentieth of a point.
     */
    private static Case again(double load, int agents, double patience, double redial) {
        return new Case(
                new ErlangX(load, AHT, patience, redial),
                agents,
                new Exponential(patience),
                new Redials(redial, LogNormal.of(3_600, 0.3)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theIntervalContainsTheFormula(Case queue) {
        var model = queue.model();
        double perHour = model.offeredErlangs() / AHT * 3600;
        double hour = 3600;
        double warmUp = 6;
        int intervals = (int) (1 + HOURS / warmUp);
        var kind = new CallKind(
                Collections.nCopies(intervals, perHour), 0, new Exponential(AHT), queue.patience(), queue.redials());
        var seen = new DiscreteEventSimulation(
                        warmUp * hour,
                        List.of(kind),
                        Agent.perInterval(Collections.nCopies(intervals, queue.agents()), warmUp * hour),
                        Routing.LONGEST_IDLE,
                        MEASURES)
                .replicate(REPLICATIONS, new SplittableRandom(20_261_129));
        var settled = new Replications(seen.days().stream()
                .map(day -> new SimulatedDay(day.intervals().subList(1, intervals), List.of()))
                .toList());
        var formula = model.with(queue.agents());

        for (var definition : ServiceLevelDefinition.values()) {
            var measure = ServiceLevel.offered(20).by(definition);
            contains(settled, Figure.serviceLevel(measure), formula.serviceLevel(measure));
        }
        contains(settled, Figure.MEAN_WAIT, formula.meanWaitSeconds());
        contains(settled, Figure.SPEED_OF_ANSWER, formula.asaSeconds());
        contains(settled, Figure.OCCUPANCY, formula.occupancy());
        contains(settled, Figure.waitingOver(60), formula.shareWaitingOver(60));
        if (formula.abandonment() != null) {
            contains(settled, Figure.ABANDONMENT, formula.abandonment());
        }
        // Little's law, by the formula and within the simulation.
        double arrivals = formula.offeredErlangs() / AHT;
        contains(settled, Figure.QUEUE_LENGTH, arrivals * Objects.requireNonNull(formula.meanWaitSeconds()));
        double waiting = settled.total(Figure.QUEUE_LENGTH, LEVEL).value();
        double little = settled.total(Figure.OFFERED, LEVEL).value()
                / ((intervals - 1) * warmUp * hour)
                * settled.total(Figure.MEAN_WAIT, LEVEL).value();
        assertEquals(little, waiting, 0.01 * little);
    }

    private static void contains(Replications seen, Figure figure, @Nullable Double formula) {
        double expected = Objects.requireNonNull(formula);
        var estimate = seen.total(figure, LEVEL);
        assertTrue(
                estimate.contains(expected) && estimate.halfWidth() < 0.2 * Math.max(0.05, expected)
                        || expected < RARE && estimate.value() < RARE,
                () -> figure.name() + ": " + estimate + ", not " + expected);
    }
}
