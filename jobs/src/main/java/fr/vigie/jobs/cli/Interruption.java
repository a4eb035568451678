package fr.vigie.jobs.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C or a signal that ends the process while a command works: Spark then stops under its feet, and what fails for it
 * is nothing to tell of.
 */
final class Interruption {
    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    private final AtomicBoolean over = new AtomicBoolean();

    Interruption() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!over.get()) {
                UNDER_WAY.set(true);
                System.err.println("vigie: interrupted; what was finished before stays, the next run completes it.");
            }
        }));
    }

    /** Whether the process is being ended. */
    static boolean isUnderWay() {
        return UNDER_WAY.get();
    }

    /** The command is done. */
    void over() {
        over.set(true);
    }
}
