package fr.vigie.jobs.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a long command is, on standard error: only where that is a terminal, and never with {@code --quiet}. */
final class Progress {
    private final PrintWriter err;
    private final boolean shown;

    private Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    static Progress of(GlobalOptions options, CommandSpec spec) {
        // Only the launcher can see whether standard error is a terminal.
        return new Progress(spec.commandLine().getErr(), !options.quiet && Boolean.getBoolean("vigie.terminal"));
    }

    /** Shows the step that has begun, in place of the last one. */
    void step(String what) {
        if (shown) {
            err.print("\r\u001B[K" + what + " …");
            err.flush();
        }
    }

    /** Clears the line. */
    void done() {
        if (shown) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
