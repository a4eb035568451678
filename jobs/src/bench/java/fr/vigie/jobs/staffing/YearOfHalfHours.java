package fr.vigie.jobs.staffing;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every half-hour of a year sized with Erlang A, each with a load of its own, half to one and a half times the mean. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class YearOfHalfHours {
    private static final int HALF_HOURS = 365 * 48;

    /** What is promised. */
    public enum Promise {
        /** 80 % of all callers in 20 s. */
        SERVICE_LEVEL(List.of(new Target.Answered(0.8, ServiceLevel.offered(20)))),
        /** And the others that a service makes. */
        ALL(List.of(
                new Target.Answered(0.8, ServiceLevel.offered(20)),
                new Target.SpeedOfAnswer(30),
                new Target.Abandonment(0.05),
                new Target.LongWait(0.01, 300),
                new Target.Occupancy(0.88)));

        private final Sizing sizing;

        Promise(List<Target> targets) {
            sizing = new Sizing(targets);
        }
    }

    /** The mean load. */
    @Param({"10", "1000"})
    public double erlangs;

    @Param({"SERVICE_LEVEL", "ALL"})
    public Promise promise;

    /** The mean handling time. */
    @Param({"65", "180"})
    public double ahtSeconds;

    private final double[] loads = new double[HALF_HOURS];

    @Setup
    public void draw() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < HALF_HOURS; i++) {
            loads[i] = erlangs * (0.5 + random.nextDouble());
        }
    }

    /** The agents of the year, added up. */
    @Benchmark
    public long size() {
        long agents = 0;
        for (double load : loads) {
            agents += promise.sizing.of(new ErlangA(load, ahtSeconds, 300)).performance().agents();
        }
        return agents;
    }
}
