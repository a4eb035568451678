package fr.vigie.jobs.bench;

import fr.vigie.queue.Agent;
import fr.vigie.queue.CallKind;
import fr.vigie.queue.DayStaffing;
import fr.vigie.queue.DiscreteEventSimulation;
import fr.vigie.queue.Exponential;
import fr.vigie.queue.LoadInterval;
import fr.vigie.queue.LogNormal;
import fr.vigie.queue.Measures;
import fr.vigie.queue.Redials;
import fr.vigie.queue.Routing;
import fr.vigie.queue.SimulatedDay;
import fr.vigie.queue.StaffedInterval;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Queues played and followed: calls a second are the counter {@code calls}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:-UseParallelGC", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueueFunctions {
    private static final double QUARTER = 900;
    private static final int QUARTERS = 48;
    private static final double AHT = 65;
    private static final double PATIENCE = 300;
    /** 16 operators at a load of 14.4 erlangs; with three skills as many in all. */
    private static final double CALLS_PER_HOUR = 800;

    private static final List<Target> TARGETS = List.of(
            new Target.Answered(0.8, ServiceLevel.offered(20)),
            new Target.Abandonment(0.05),
            new Target.LongWait(0.01, 300));
    private static final List<Double> MONDAY =
            List.of(400.0, 700.0, 820.0, 780.0, 700.0, 640.0, 600.0, 560.0, 300.0, 280.0, 500.0, 520.0, 500.0, 400.0);

    private final SplittableRandom random = new SplittableRandom(1);
    private final DiscreteEventSimulation oneSkill =
            new DiscreteEventSimulation(QUARTER, calls(1, Redials.NONE), agents(16, 1));
    private final DiscreteEventSimulation threeSkills = new DiscreteEventSimulation(
            QUARTER,
            Collections.nCopies(3, calls(3, new Redials(0.4, LogNormal.of(600, 1)))),
            agents(16, 7),
            Routing.LEAST_SKILLED,
            Measures.USUAL);
    private final List<LoadInterval> monday = MONDAY.stream()
            .map(calls -> new LoadInterval(QUARTER, calls, AHT, PATIENCE))
            .toList();

    private static CallKind calls(int kinds, Redials redials) {
        return new CallKind(
                Collections.nCopies(QUARTERS, CALLS_PER_HOUR / kinds),
                10,
                new Exponential(AHT),
                new Exponential(PATIENCE),
                redials);
    }

    /** Agents with every set of the skills in turn. */
    private static List<Agent> agents(int agents, int sets) {
        var all = new ArrayList<Agent>();
        for (int i = 0; i < agents; i++) {
            all.add(new Agent(1 + i % sets, List.of(new Agent.Stretch(0, QUARTER * QUARTERS))));
        }
        return all;
    }

    /** Calls that were played. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Played {
        public double calls;

        private SimulatedDay and(SimulatedDay day) {
            calls += day.total().offered();
            return day;
        }
    }

    /** Days of one skill. */
    @Benchmark
    public SimulatedDay playsADay(Played played) {
        return played.and(oneSkill.play(random));
    }

    /** Days of three skills, with redials. */
    @Benchmark
    public SimulatedDay playsADayOfThreeSkills(Played played) {
        return played.and(threeSkills.play(random));
    }

    /** The sizing of a morning for 16 operators. */
    @Benchmark
    public List<StaffedInterval> sizesADay() {
        return new DayStaffing(TARGETS, 1, 100, 0).size(monday, 10);
    }
}
