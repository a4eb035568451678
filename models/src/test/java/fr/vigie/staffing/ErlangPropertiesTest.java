package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErlangPropertiesTest {
    private static final double AHT = 65;
    private static final double PATIENCE = 300;

    /** From one agent to 100,000, from idle to overloaded threefold. */
    static Stream<ErlangA> loads() {
        return Stream.of(0.001, 0.4, 3.0, 11.0, 100.0, 2_000.0, 95_000.0).map(a -> new ErlangA(a, AHT, PATIENCE));
    }

    static IntStream agents(ErlangA model) {
        return Stream.of(0.33, 0.7, 0.9, 0.97, 1.0, 1.02, 1.1, 1.5)
                .mapToInt(share -> (int) Math.max(1, Math.ceil(model.offeredErlangs() * share)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("loads")
    void everyFigureIsANumberInItsRange(ErlangA model) {
        agents(model).forEach(n -> {
            var p = model.with(n);
            for (var share : new Double[] {
                p.occupancy(),
                the(p.probabilityOfWait()),
                the(p.abandonment()),
                the(p.shareWaitingOver(20)),
                level(p, ServiceLevelDefinition.OFFERED, 20),
                level(p, ServiceLevelDefinition.ANSWERED, 20),
                level(p, ServiceLevelDefinition.VIRTUAL, 20),
                level(p, ServiceLevelDefinition.WITHOUT_SHORT, 20)
            }) {
                assertTrue(share >= 0 && share <= 1 + 1e-12, () -> share + " in " + p);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void anotherAgentNeverHurtsTheCallers(ErlangA model) {
        agents(model).forEach(n -> {
            var few = model.with(n);
            var more = model.with(n + 1);
            assertTrue(the(more.abandonment()) <= the(few.abandonment()) * (1 + 1e-12));
            assertTrue(the(more.probabilityOfWait()) <= the(few.probabilityOfWait()) * (1 + 1e-12));
            assertTrue(the(more.asaSeconds()) <= the(few.asaSeconds()) * (1 + 1e-10));
            assertTrue(more.occupancy() <= few.occupancy() * (1 + 1e-12));
            for (var definition : ServiceLevelDefinition.values()) {
                assertTrue(level(more, definition, 20) >= level(few, definition, 20) - 1e-12, definition.name());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void moreTimeMeansMoreAnsweredInTime(ErlangA model) {
        agents(model).forEach(n -> {
            var p = model.with(n);
            double before = -1;
            for (double seconds : new double[] {0, 1, 5, 20, 60, 300, 3600}) {
                double now = level(p, ServiceLevelDefinition.OFFERED, seconds);
                assertTrue(now >= before - 1e-12);
                before = now;
            }
            assertEquals(1 - the(p.abandonment()), level(p, ServiceLevelDefinition.OFFERED, 1e9), 1e-12);
            assertEquals(1 - the(p.probabilityOfWait()), level(p, ServiceLevelDefinition.OFFERED, 0), 1e-12);
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void patientCallersAbandonLessAndWaitLonger(ErlangA model) {
        agents(model).forEach(n -> {
            var hasty = model.with(n);
            var patient = new ErlangA(model.offeredErlangs(), AHT, 2 * PATIENCE).with(n);
            assertTrue(the(patient.abandonment()) <= the(hasty.abandonment()) * (1 + 1e-12));
            assertTrue(the(patient.meanWaitSeconds()) >= the(hasty.meanWaitSeconds()) * (1 - 1e-12));
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void theFourDefinitionsAreOrdered(ErlangA model) {
        agents(model).forEach(n -> {
            var p = model.with(n);
            var measure = new ServiceLevel(20, ServiceLevelDefinition.OFFERED, 20);
            double offered = the(p.serviceLevel(measure));
            double virtual = the(p.serviceLevel(measure.by(ServiceLevelDefinition.VIRTUAL)));
            double withoutShort = the(p.serviceLevel(measure.by(ServiceLevelDefinition.WITHOUT_SHORT)));
            double answered = the(p.serviceLevel(measure.by(ServiceLevelDefinition.ANSWERED)));
            assertTrue(
                    offered <= virtual + 1e-12 && virtual <= withoutShort + 1e-12 && withoutShort <= answered + 1e-12);
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void nobodyIsLost(ErlangA model) {
        // Arrivals = served + abandoned: served by occupancy, abandoned by patience and the mean wait (Little's law).
        agents(model).forEach(n -> {
            var p = model.with(n);
            double served = p.occupancy() * n / model.offeredErlangs();
            double abandoned = the(p.meanWaitSeconds()) / PATIENCE;
            assertEquals(1, served + abandoned, 1e-12);
        });
    }

    @ParameterizedTest
    @MethodSource("loads")
    void meanWaitIsTheAreaUnderTheDistribution(ErlangA model) {
        agents(model).forEach(n -> {
            var p = model.with(n);
            var waits = Objects.requireNonNull(p.waits());
            double horizon = 20 * PATIENCE;
            double longest = the(p.meanWaitSeconds()) / Math.max(the(p.probabilityOfWait()), 1e-300);
            assertEquals(the(p.meanWaitSeconds()), area(waits::over, horizon, longest), 1e-6 * PATIENCE);
            double answeredMean = area(waits::answeredOver, horizon, longest);
            assertEquals(the(p.asaSeconds()) * (1 - the(p.abandonment())), answeredMean, 1e-6 * PATIENCE);
        });
    }

    /** Gauss-free and simple: the trapezoid rule on a grid that starts fine and widens. */
    private static double area(java.util.function.DoubleUnaryOperator over, double horizon, double scale) {
        double step = Math.max(1e-6, scale / 2_000);
        double at = 0;
        double before = over.applyAsDouble(0);
        double sum = 0;
        while (at < horizon && before > 1e-14) {
            double now = over.applyAsDouble(at + step);
            sum += (before + now) / 2 * step;
            before = now;
            at += step;
            step *= 1.001;
        }
        return sum;
    }

    @Test
    void equalPatienceAndHandlingMakesThePopulationPoisson() {
        // With theta = mu each caller leaves at the same rate, waiting or served: M/M/infinity.
        for (double a : new double[] {0.5, 10, 48, 700}) {
            int n = (int) Math.ceil(a);
            double below = 0;
            double probability = Math.exp(-a);
            for (int k = 0; k < n; k++) {
                below += probability;
                probability *= a / (k + 1);
            }
            assertEquals(1 - below, the(new ErlangA(a, AHT, AHT).with(n).probabilityOfWait()), 1e-12);
        }
    }

    @Test
    void endlessPatienceIsErlangC() {
        var c = new ErlangC(10, AHT).with(13);
        var a = new ErlangA(10, AHT, 1e12).with(13);
        assertEquals(the(c.probabilityOfWait()), the(a.probabilityOfWait()), 1e-9);
        assertEquals(the(c.asaSeconds()), the(a.asaSeconds()), 1e-7);
        assertEquals(level(c, ServiceLevelDefinition.OFFERED, 20), level(a, ServiceLevelDefinition.OFFERED, 20), 1e-9);
    }

    @Test
    void noPatienceIsErlangB() {
        var b = new ErlangB(10, AHT).with(12);
        var a = new ErlangA(10, AHT, 1e-9).with(12);
        assertEquals(the(b.blocking()), the(a.abandonment()), 1e-9);
        assertEquals(b.occupancy(), a.occupancy(), 1e-9);
    }

    @Test
    void withoutRedialsErlangXIsErlangA() {
        var a = new ErlangA(10, AHT, PATIENCE).with(11);
        var x = new ErlangX(10, AHT, PATIENCE, 0).with(11);
        assertEquals(a.offeredErlangs(), x.offeredErlangs());
        assertEquals(a.abandonment(), x.abandonment());
        assertEquals(a.asaSeconds(), x.asaSeconds());
        assertEquals(
                level(a, ServiceLevelDefinition.WITHOUT_SHORT, 20), level(x, ServiceLevelDefinition.WITHOUT_SHORT, 20));
    }

    @Test
    void whoAlwaysRedialsIsServedInTheEnd() {
        for (int n : new int[] {11, 12, 20}) {
            assertEquals(10.0 / n, new ErlangX(10, AHT, 90, 1).with(n).occupancy(), 1e-12);
        }
    }

    @Test
    void certainRedialsWithoutCapacityNeverEnd() {
        var p = new ErlangX(10, AHT, 90, 1).with(10);
        assertEquals(1.0, the(p.probabilityOfWait()));
        assertNull(p.asaSeconds());
        assertEquals(0.0, level(p, ServiceLevelDefinition.OFFERED, 600));
    }

    @Test
    void theLoadOfRedialsIsAFixedPoint() {
        for (double redial : new double[] {0.1, 0.5, 0.9, 0.99}) {
            for (int n : new int[] {2, 8, 10, 14}) {
                var p = new ErlangX(10, AHT, 90, redial).with(n);
                assertEquals(10, p.offeredErlangs() * (1 - redial * the(p.abandonment())), 1e-11);
            }
        }
    }

    @Test
    void overloadedErlangCHasNoMeanWait() {
        for (int n : new int[] {9, 10}) {
            var p = new ErlangC(10, AHT).with(n);
            assertEquals(1.0, the(p.probabilityOfWait()));
            assertNull(p.asaSeconds());
            assertEquals(0.0, level(p, ServiceLevelDefinition.OFFERED, 20));
        }
    }

    @Test
    void longTimesDoNotUnderflow() {
        // 0.96 is right (case A17); an exponent computed apart from its sum gives 0.17.
        assertEquals(0.9615, level(new ErlangA(310, 60, 120).with(300), ServiceLevelDefinition.OFFERED, 180), 1e-4);
    }

    @Test
    void badArgumentsAreRefusedWithAdvice() {
        for (var refused : new org.junit.jupiter.api.function.Executable[] {
            () -> new ErlangA(10, AHT, 0),
            () -> new ErlangA(-1, AHT, PATIENCE),
            () -> new ErlangC(10, Double.NaN),
            () -> new ErlangB(10, AHT).with(0),
            () -> new ErlangX(10, AHT, PATIENCE, 1.2)
        }) {
            var error = assertThrows(IllegalArgumentException.class, refused);
            assertTrue(Objects.requireNonNull(error.getMessage()).contains("\nMaybe "), error.getMessage());
        }
    }

    private static double the(@Nullable Double figure) {
        return Objects.requireNonNull(figure);
    }

    private static double level(QueuePerformance p, ServiceLevelDefinition definition, double within) {
        return Objects.requireNonNull(
                p.serviceLevel(ServiceLevel.offered(within).by(definition)));
    }

    @Test
    void everySizeIsAnsweredAtOnceAndAddsUp() {
        for (double load : new double[] {1e-300, 1e-6, 0.3, 17, 999_999.5, 1e6, 1e9}) {
            for (double patience : new double[] {1e-9, 1e-3, 1, 1e6, 1e12}) {
                for (int n : new int[] {1, 18, 1_000_000}) {
                    for (double redial : new double[] {0, 0.5, 1 - 1e-16, 1}) {
                        var p = assertTimeout(
                                Duration.ofSeconds(1), () -> new ErlangX(load, AHT, patience, redial).with(n));
                        if (p.abandonment() != null) {
                            double answered = p.occupancy() * n / p.offeredErlangs();
                            assertEquals(1, answered + the(p.abandonment()), 1e-12, p::toString);
                            assertEquals(load, p.offeredErlangs() * (1 - redial + redial * answered), 1e-9 * load);
                            assertTrue(level(p, ServiceLevelDefinition.ANSWERED, 1e300) > 1 - 1e-12, p::toString);
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatHasNoBoundsIsRefusedWithThem() {
        refuses("between 1.0E-9 and 1000000000000 seconds", () -> new ErlangA(10, AHT, 1e300));
        refuses("between 1.0E-9 and 1000000000000 seconds", () -> new ErlangA(10, AHT, 1e-300));
        refuses("at most 1000000000 erlangs", () -> new ErlangC(1e10, AHT));
        refuses("between 1 and 1000000", () -> new ErlangB(10, AHT).with(2_000_000_000));
        refuses("between 1 and 1000000", () -> new Sizing(List.of(new Target.Blocking(0.1)), 1, 2_000_000));
        refuses("between 0 and 2147483647", () -> Shrinkage.of(1 - 1e-9).scheduled(1_000));
    }

    private static void refuses(String bounds, Executable made) {
        var message = String.valueOf(
                assertThrows(IllegalArgumentException.class, made).getMessage());
        assertTrue(message.contains(bounds), message);
    }
}
