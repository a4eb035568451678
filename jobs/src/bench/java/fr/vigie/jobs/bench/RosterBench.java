package fr.vigie.jobs.bench;

import fr.vigie.roster.benchmark.HardRules;
import fr.vigie.roster.benchmark.ProblemReader;
import fr.vigie.roster.solver.ShiftSolvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * {@code vigie bench roster [SECONDS]}: the employee shift scheduling benchmark, one instance after the other, for at most 600
 * seconds each. Fails where a penalty is farther above the best one known than it may be.
 */
public final class RosterBench {
    private static final Path DATA =
            Path.of(System.getProperty("vigie.data", "../shared/data"), "staffing", "shift-scheduling");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * An instance and what is known of it (schedulingbenchmarks.org).
     *
     * @param number its number
     * @param best the least penalty known
     * @param tolerance how far above it an answer may be, as a share
     */
    private record Known(int number, long best, double tolerance) {}

    private static final List<Known> INSTANCES =
            List.of(new Known(1, 607, 0), new Known(3, 1001, 0), new Known(5, 1143, 0.05), new Known(7, 1056, 0.05));

    private RosterBench() {}

    /** Solves them; skips, visibly, where there are none. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("week")) {
            RosterWeek.run(
                    args.length > 1 ? Integer.parseInt(args[1]) : 16, args.length > 2 ? Integer.parseInt(args[2]) : 1);
            return;
        }
        if (!Files.exists(DATA)) {
            System.out.println("There are no instances in " + DATA + ": nothing is measured.");
            return;
        }
        var limit = args.length > 0 ? Duration.ofSeconds(Long.parseLong(args[0])) : LIMIT;
        System.out.println("instance  penalty  bound  best known  above    seconds");
        boolean isMissed = false;
        for (var known : INSTANCES) {
            isMissed |= !solve(known, limit);
        }
        if (isMissed) {
            throw new IllegalStateException("A penalty is too far above the best one known.");
        }
    }

    private static boolean solve(Known known, Duration limit) throws IOException {
        var lines = Files.readAllLines(DATA.resolve("Instance" + known.number() + ".txt"));
        var problem = ProblemReader.read(lines);
        long start = System.nanoTime();
        var solution = ShiftSolvers.best(1).solve(problem, limit, InstantSource.system());
        double seconds = (System.nanoTime() - start) / 1e9;
        var schedule = solution.schedule().orElseThrow();
        var broken = HardRules.brokenBy(problem, schedule);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("A rule is broken: " + broken.get(0));
        }
        long penalty = solution.penalty().orElseThrow();
        double above = (double) penalty / known.best() - 1;
        System.out.printf(
                Locale.ROOT,
                "%8d %8d %6d %11d %5.2f %% %9.1f%n",
                known.number(),
                penalty,
                solution.bound().orElseThrow(),
                known.best(),
                100 * above,
                seconds);
        return above <= known.tolerance();
    }
}
