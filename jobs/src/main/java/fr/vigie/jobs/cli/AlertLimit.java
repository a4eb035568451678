package fr.vigie.jobs.cli;

import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.signals.AlertBook;
import fr.vigie.jobs.signals.SignalsConfig;
import fr.vigie.signal.AlertState;
import java.io.PrintWriter;

/** Whether more alerts stand open than somebody is ready to look into. */
final class AlertLimit {
    private AlertLimit() {}

    /** Says so where there are; asks the lake only where a limit is set. */
    static boolean isExceeded(Workspace workspace, PrintWriter err) {
        int limit = workspace.config().block(SignalsConfig.class).alertLimit();
        if (limit == 0) {
            return false;
        }
        long open = new AlertBook(workspace.lake())
                .current().stream()
                        .filter(alert -> SignalsListCommand.state(alert) != AlertState.CLOSED)
                        .count();
        if (open > limit) {
            err.println(
                    "vigie: %d alerts are open, more than signals.alert-limit (%d). 'vigie signals list' lists them."
                            .formatted(open, limit));
        }
        return open > limit;
    }
}
