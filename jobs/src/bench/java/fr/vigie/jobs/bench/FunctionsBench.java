package fr.vigie.jobs.bench;

import fr.vigie.jobs.ingest.CallFunctions;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** {@code vigie bench functions [PATTERN]}: single functions, timed by JMH; those whose names the pattern finds. */
public final class FunctionsBench {
    private FunctionsBench() {}

    /** Runs them, each in a process of its own. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include("(%s|%s).*%s"
                                .formatted(
                                        CallFunctions.class.getSimpleName(),
                                        QueueFunctions.class.getSimpleName(),
                                        args.length > 0 ? args[0] : ""))
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
