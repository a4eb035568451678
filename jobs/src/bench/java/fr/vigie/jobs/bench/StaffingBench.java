package fr.vigie.jobs.bench;

import fr.vigie.jobs.staffing.YearOfHalfHours;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code vigie bench staffing}: a year of half-hours sized, timed by JMH on one thread. */
public final class StaffingBench {
    private StaffingBench() {}

    /** Runs it, each size in a process of its own. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(YearOfHalfHours.class.getSimpleName())
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
