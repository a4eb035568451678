package fr.vigie.roster.solver;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.util.Domain;
import java.time.Duration;
import java.util.Optional;

/** OR-Tools' constraint solver and its native library, which is there for Linux on x86-64 and ARM alone. */
final class CpSat {
    /**
     * More strategies than cores: they are different and take turns; with one each, proofs take several times as long.
     */
    private static final int WORKERS = 8;

    private CpSat() {}

    /** Loads the native library, once; says why it cannot. */
    static Optional<String> load() {
        return Loading.PROBLEM;
    }

    /** A solver that stops after a time. */
    static CpSolver solver(Duration limit, long seed) {
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(limit.toMillis() / 1000.0)
                .setNumWorkers(WORKERS)
                .setRandomSeed((int) seed);
        return solver;
    }

    /** Held by a class, so that it is loaded at first use and once. */
    private static final class Loading {
        static final Optional<String> PROBLEM = tried();

        private static Optional<String> tried() {
            try {
                Loader.loadNativeLibraries();
                // The loader does not always tell that it failed: a call into the library does.
                long size = new Domain(0, 1).size();
                return size == 2 ? Optional.empty() : Optional.of("its native library is damaged");
            } catch (RuntimeException | LinkageError e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }
}
