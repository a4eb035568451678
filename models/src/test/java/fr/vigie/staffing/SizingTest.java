package fr.vigie.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static final Target ANSWERED = new Target.Answered(0.8, ServiceLevel.offered(20));
    private static final List<Target> ALL = List.of(
            ANSWERED,
            new Target.Abandonment(0.05),
            new Target.LongWait(0.01, 300),
            new Target.Occupancy(0.88),
            new Target.SpeedOfAnswer(15));

    @Test
    void keepsEveryTargetAndNoFewerAgentsDo() {
        var sizing = new Sizing(ALL);
        for (double a : new double[] {0.01, 0.3, 1.8, 5.4, 12.6, 90, 1_234, 50_000}) {
            var model = new ErlangA(a, 65, 300);
            var n = enough(sizing, model).agents();
            assertTrue(ALL.stream().allMatch(t -> t.keptBy(model.with(n))), () -> "load " + a);
            assertTrue(
                    n == 1 || ALL.stream().anyMatch(t -> !t.keptBy(model.with(n - 1))),
                    () -> "load " + a + " with " + n);
        }
    }

    @Test
    void saysWhatBinds() {
        for (double a : new double[] {0.01, 0.3, 1.8, 5.4, 12.6, 90, 1_234, 50_000}) {
            var model = new ErlangA(a, 65, 300);
            var answer = assertInstanceOf(Sizing.Enough.class, new Sizing(ALL).of(model));
            int n = answer.performance().agents();
            assertEquals(
                    n == 1
                            ? List.of()
                            : ALL.stream()
                                    .filter(t -> !t.keptBy(model.with(n - 1)))
                                    .toList(),
                    answer.binding());
            assertEquals(n > 1, !answer.binding().isEmpty(), () -> "load " + a);
        }
    }

    @Test
    void whatBindsDependsOnTheLoad() {
        // Small teams must be quick, large ones rested: at 80 % in 20 s a large team would be busy all the time.
        assertEquals(List.of("answered", "abandonment", "speed-of-answer"), binding(0.3));
        assertEquals(List.of("occupancy"), binding(90));
    }

    private static List<String> binding(double erlangs) {
        var answer = assertInstanceOf(Sizing.Enough.class, new Sizing(ALL).of(new ErlangA(erlangs, 65, 300)));
        return answer.binding().stream().map(Target::name).toList();
    }

    @Test
    void aNearlyIdleLineNeedsOneAgentWhateverIsPromised() {
        for (double a : new double[] {1e-12, 1e-6, 1e-3}) {
            for (QueueModel model : List.of(new ErlangA(a, 65, 300), new ErlangX(a, 65, 300, 0.5))) {
                var answer = assertInstanceOf(Sizing.Enough.class, new Sizing(ALL).of(model));
                assertEquals(1, answer.performance().agents());
                assertEquals(a, answer.performance().offeredErlangs(), a * 1e-2);
            }
        }
    }

    @Test
    void redialsAskForAsManyOrMore() {
        for (double a : new double[] {0.3, 1.8, 5.4, 12.6, 90}) {
            int without = enough(new Sizing(List.of(ANSWERED)), new ErlangA(a, 65, 300))
                    .agents();
            int with = enough(new Sizing(List.of(ANSWERED)), new ErlangX(a, 65, 300, 0.9))
                    .agents();
            assertTrue(with >= without && with <= without * 1.3 + 1, without + " and " + with);
        }
    }

    @Test
    void mondayOfTheReferenceTable() {
        // Calls per hour, then the least agents with handling 65 s, patience 90 s, 80 % of all callers in 20 s.
        int[][] hours = {{100, 3}, {200, 5}, {300, 7}, {400, 9}, {500, 10}, {600, 12}, {700, 14}};
        for (var hour : hours) {
            var model = new ErlangA(QueueModel.erlangs(hour[0], 65), 65, 90);
            assertEquals(hour[1], enough(new Sizing(List.of(ANSWERED)), model).agents(), hour[0] + " calls");
        }
    }

    @Test
    void looksBelowTheOfferedLoad() {
        assertEquals(
                96,
                enough(new Sizing(List.of(ANSWERED)), new ErlangA(100, 180, 120))
                        .agents());
    }

    @Test
    void staysWithinItsBounds() {
        assertEquals(
                5, enough(new Sizing(ALL, 5, 16), new ErlangA(0.1, 65, 300)).agents());
        var answer = assertInstanceOf(Sizing.OutOfReach.class, new Sizing(ALL, 1, 16).of(new ErlangA(16, 65, 300)));
        assertEquals(16, answer.performance().agents());
        assertTrue(answer.why().contains("with 16 agents"), answer.why());
    }

    @Test
    void saysWhichTargetsAreOutOfReachAndWhatWouldDo() {
        var model = new ErlangA(16, 65, 300);
        var answer = assertInstanceOf(Sizing.OutOfReach.class, new Sizing(ALL, 1, 16).of(model));
        assertEquals(ALL.stream().filter(t -> !t.keptBy(model.with(16))).toList(), answer.broken());
        int enough = enough(new Sizing(ALL), model).agents();
        assertEquals(enough, answer.enough());
        assertTrue(answer.why().contains("Maybe allow %d agents".formatted(enough)), answer.why());
    }

    @Test
    void aQueueWithoutEndIsNamed() {
        var sizing = new Sizing(List.of(new Target.SpeedOfAnswer(15)), 1, 9);
        var answer = assertInstanceOf(Sizing.OutOfReach.class, sizing.of(new ErlangC(10, 65)));
        assertTrue(answer.why().contains("with 9 agents the queue grows without end"), answer.why());
    }

    @Test
    void whatIsGuessedFirstChangesNothing() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 4_000; i++) {
            double load = Math.pow(10, -2 + 5.5 * random.nextDouble());
            double patience = Math.pow(10, 1 + 2.5 * random.nextDouble());
            var targets = someOf(random);
            var model = new ErlangA(load, 180, patience);
            var agents = enough(new Sizing(targets), model).agents();
            assertEquals(plain(targets, model, agents), agents, () -> model + " for " + targets);
        }
    }

    @Test
    void redialsAreFoundByTheSameSearch() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
        for (int i = 0; i < 300; i++) {
            double load = Math.pow(10, -1 + 3.5 * random.nextDouble());
            var model = new ErlangX(load, 180, 300, 0.9 * random.nextDouble());
            var targets = someOf(random);
            var agents = enough(new Sizing(targets), model).agents();
            assertEquals(plain(targets, model, agents), agents, () -> model + " for " + targets);
        }
    }

    private static List<Target> someOf(RandomGenerator random) {
        var definitions = ServiceLevelDefinition.values();
        var measure = ServiceLevel.offered(random.nextInt(60)).by(definitions[random.nextInt(definitions.length)]);
        var every = new ArrayList<Target>(List.of(
                new Target.Answered(0.5 + 0.49 * random.nextDouble(), measure),
                new Target.Abandonment(0.001 + 0.2 * random.nextDouble()),
                new Target.LongWait(0.001 + 0.05 * random.nextDouble(), 300),
                new Target.Occupancy(0.6 + 0.39 * random.nextDouble()),
                new Target.SpeedOfAnswer(1 + random.nextInt(60))));
        while (every.size() > 1 && random.nextBoolean()) {
            every.remove(random.nextInt(every.size()));
        }
        return every;
    }

    /** One agent after the other from far below on; small teams from one agent on. */
    private static int plain(List<Target> targets, QueueModel model, int near) {
        int agents = near < 60 ? 1 : near - 30;
        while (!targets.stream().allMatch(keptWith(model.with(agents)))) {
            agents++;
        }
        return agents;
    }

    private static Predicate<Target> keptWith(QueuePerformance performance) {
        return target -> target.keptBy(performance);
    }

    @Test
    void aFigureThatTheModelLacksIsOutOfReach() {
        var sizing = new Sizing(List.of(new Target.Abandonment(0.05)));
        var answer = assertInstanceOf(Sizing.OutOfReach.class, sizing.of(new ErlangC(10, 65)));
        assertTrue(answer.why().contains("no such figure"), answer.why());
    }

    @Test
    void blockingSizesLines() {
        assertEquals(
                15,
                enough(new Sizing(List.of(new Target.Blocking(0.01))), new ErlangB(8.108, 180))
                        .agents());
    }

    @Test
    void impossibleTargetsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Target.Answered(1, ServiceLevel.offered(20)));
        assertThrows(IllegalArgumentException.class, () -> new Target.SpeedOfAnswer(0));
        assertThrows(IllegalArgumentException.class, () -> new Sizing(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Sizing(ALL, 10, 9));
        assertFalse(new Target.Occupancy(0.85).keptBy(new ErlangC(10, 65).with(9)));
    }

    private static QueuePerformance enough(Sizing sizing, QueueModel model) {
        return assertInstanceOf(Sizing.Enough.class, sizing.of(model)).performance();
    }
}
