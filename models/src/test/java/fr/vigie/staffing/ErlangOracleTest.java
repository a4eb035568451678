package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One to 100,000 agents and 0.001 to 100,000 Erlangs, overload included, to nine digits. */
class ErlangOracleTest {
    private static final double AHT = 64;
    private static final double TOLERANCE = 1e-9;
    /** Below it a double has fewer digits than that, or is zero. */
    private static final double SMALLEST = 1e-290;

    /** A queue; the patience in mean handling times, the time that is asked about in mean patiences. */
    record Case(int agents, double load, double patience, double time) {
        ErlangA model() {
            return new ErlangA(load, AHT, patience * AHT);
        }

        double seconds() {
            return time * patience * AHT;
        }

        /** States that the oracle has to add up. */
        double effort() {
            double longest = load * patience;
            return Math.min(agents, agents - load + 15 * Math.sqrt(load))
                    + Math.max(0, longest - agents * patience)
                    + 15 * Math.sqrt(longest)
                    + 40;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d agents, %.6g E, patience %.3g, time %.3g", agents, load, patience, time);
        }
    }

    static Stream<Case> corners() {
        return Stream.of(
                new Case(1, 0.001, 4.5, 0.07),
                new Case(1, 1, 4.5, 0.07),
                new Case(1, 1000, 4.5, 1),
                new Case(1, 100_000, 0.25, 2),
                new Case(12, 11, 4.5, 0.07),
                new Case(12, 1_000, 0.01, 3),
                new Case(100, 100, 1, 0.5),
                new Case(1_000, 1_000, 4.5, 0.07),
                new Case(1_000, 2_000, 4.5, 0.7),
                new Case(1_040, 1_000, 30, 0.01),
                new Case(10_000, 12_000, 4.5, 0.2),
                new Case(100_000, 0.001, 4.5, 0.07),
                new Case(100_000, 99_000, 2, 0.001),
                new Case(100_000, 100_000, 4.5, 0.002),
                new Case(95_000, 100_000, 1, 0.05));
    }

    static Stream<Case> anywhere() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
        var cases = new ArrayList<Case>();
        while (cases.size() < 250) {
            int agents = (int) Math.round(Math.pow(10, 5 * random.nextDouble()));
            // Half of the loads near the agents, where it matters, half anywhere.
            double load = random.nextBoolean()
                    ? agents * (0.6 + random.nextDouble())
                    : Math.pow(10, -3 + 8 * random.nextDouble());
            double patience = Math.pow(10, -2 + 4 * random.nextDouble());
            double time = Math.pow(10, -4 + 5 * random.nextDouble());
            var drawn = new Case(agents, load, patience, time);
            if (load <= 100_000 && drawn.effort() < 12_000) {
                cases.add(drawn);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("corners")
    void erlangAIsExactAtTheCorners(Case queue) {
        assertExact(queue);
    }

    @Test
    void erlangAIsExactAnywhere() {
        anywhere().forEach(ErlangOracleTest::assertExact);
    }

    private static void assertExact(Case queue) {
        var exact = new ExactQueue(queue.agents(), queue.load(), queue.patience(), queue.time());
        var actual = queue.model().with(queue.agents());
        agree(exact.probabilityOfWait(), actual.probabilityOfWait(), "probability of wait", queue);
        agree(exact.abandonment(), actual.abandonment(), "abandonment", queue);
        agree(exact.occupancy(), actual.occupancy(), "occupancy", queue);
        agree(seconds(exact.meanWait()), actual.meanWaitSeconds(), "mean wait", queue);
        agree(seconds(exact.speedOfAnswer()), actual.asaSeconds(), "speed of answer", queue);
        var waits = actual.waits();
        assertNotNull(waits);
        double after = queue.seconds();
        agree(exact.virtualOver(), waits.virtualOver(after), "virtual over", queue);
        agree(exact.answeredOver(), waits.answeredOver(after), "answered over", queue);
        agreeAsDifference(
                exact.answeredWithin(), level(actual, after, ServiceLevelDefinition.OFFERED), "offered", queue);
        agreeAsDifference(
                exact.answeredWithin().divide(exact.answered(), ExactQueue.DIGITS),
                level(actual, after, ServiceLevelDefinition.ANSWERED),
                "answered",
                queue);
        agreeAsDifference(
                exact.virtualWithin(), level(actual, after, ServiceLevelDefinition.VIRTUAL), "virtual", queue);
        var over =
                exact.virtualOver().multiply(ExactQueue.exp(new BigDecimal(queue.time()).negate()), ExactQueue.DIGITS);
        agree(over, waits.over(after), "over", queue);
        var counted = exact.answered().add(over, ExactQueue.DIGITS).subtract(exact.answeredOver(), ExactQueue.DIGITS);
        agreeAsDifference(
                exact.answeredWithin().divide(counted, ExactQueue.DIGITS),
                actual.serviceLevel(new ServiceLevel(after, ServiceLevelDefinition.WITHOUT_SHORT, after)),
                "without short",
                queue);
    }

    private static @Nullable Double level(QueuePerformance actual, double seconds, ServiceLevelDefinition definition) {
        return actual.serviceLevel(ServiceLevel.offered(seconds).by(definition));
    }

    @Test
    void erlangBAndCAreExactAnywhere() {
        Stream.concat(corners(), anywhere()).forEach(queue -> {
            int n = queue.agents();
            double a = queue.load();
            var lost = new ErlangB(a, AHT).with(n);
            var blocked = ExactQueue.blocking(n, a);
            agree(blocked, lost.blocking(), "blocking", queue);
            var carried = BigDecimal.ONE.subtract(blocked, ExactQueue.DIGITS).multiply(new BigDecimal(a));
            agree(carried.divide(BigDecimal.valueOf(n), ExactQueue.DIGITS), lost.occupancy(), "occupancy", queue);
            if (a < n) {
                assertDelayExact(queue);
            }
        });
    }

    private static void assertDelayExact(Case queue) {
        var actual = new ErlangC(queue.load(), AHT).with(queue.agents());
        var waiting = ExactQueue.delay(queue.agents(), queue.load());
        agree(waiting, actual.probabilityOfWait(), "probability of wait", queue);
        var free = BigDecimal.valueOf(queue.agents()).subtract(new BigDecimal(queue.load()));
        agree(seconds(waiting.divide(free, ExactQueue.DIGITS)), actual.asaSeconds(), "mean wait", queue);
        double after = queue.time() * AHT;
        var left = ExactQueue.exp(free.multiply(new BigDecimal(queue.time())).negate());
        var over = waiting.multiply(left, ExactQueue.DIGITS);
        var waits = actual.waits();
        assertNotNull(waits);
        agree(over, waits.over(after), "over", queue);
        agreeAsDifference(
                BigDecimal.ONE.subtract(over, ExactQueue.DIGITS), waits.answeredWithin(after), "within", queue);
    }

    @Test
    void erlangXIsExact() {
        for (var queue : List.of(
                new Case(1, 0.001, 4.5, 1),
                new Case(1, 3, 4.5, 1),
                new Case(12, 10.5, 4.5, 1),
                new Case(12, 30, 0.5, 1),
                new Case(250, 260, 2, 1),
                new Case(1_000, 1_010, 1, 1),
                new Case(10_000, 9_990, 0.5, 1))) {
            for (double redial : new double[] {0.125, 0.5, 0.875}) {
                assertXExact(queue, redial);
            }
        }
    }

    /** Just under, at and over what they can do: the fixed point of the oracle takes long, so with one redial only. */
    @Test
    void erlangXIsExactWithAHundredThousandAgents() {
        for (double load : new double[] {99_000, 100_000, 100_500}) {
            assertXExact(new Case(100_000, load, 0.5, 0.002), 0.5);
        }
    }

    private static void assertXExact(Case queue, double redial) {
        var total = ExactQueue.withRedials(queue.agents(), queue.load(), queue.patience(), redial);
        var actual = new ErlangX(queue.load(), AHT, queue.patience() * AHT, redial).with(queue.agents());
        agree(total, actual.offeredErlangs(), "total load", queue);
        var exact =
                new ExactQueue(queue.agents(), total, new BigDecimal(queue.patience()), new BigDecimal(queue.time()));
        agree(exact.abandonment(), actual.abandonment(), "abandonment", queue);
        agree(seconds(exact.speedOfAnswer()), actual.asaSeconds(), "speed of answer", queue);
        agreeAsDifference(
                exact.answeredWithin(),
                level(actual, queue.seconds(), ServiceLevelDefinition.OFFERED),
                "offered",
                queue);
    }

    private static BigDecimal seconds(BigDecimal handlingTimes) {
        return handlingTimes.multiply(new BigDecimal(AHT));
    }

    /** What the oracle computes as a difference has no digits below 1e-40. */
    private static void agreeAsDifference(BigDecimal exact, @Nullable Double actual, String figure, Case queue) {
        if (exact.compareTo(new BigDecimal("1e-38")) > 0) {
            agree(exact, actual, figure, queue);
        } else {
            assertNotNull(actual);
            assertTrue(actual >= 0 && actual < 1e-37, () -> figure + " of " + queue + ": " + actual);
        }
    }

    private static void agree(BigDecimal exact, @Nullable Double actual, String figure, Case queue) {
        assertNotNull(actual, () -> figure + " of " + queue);
        double expected = exact.doubleValue();
        if (expected < SMALLEST) {
            assertTrue(actual >= 0 && actual <= 2 * SMALLEST, () -> figure + " of " + queue + ": " + actual);
        } else {
            assertEquals(expected, actual, expected * TOLERANCE, () -> figure + " of " + queue);
        }
    }
}
