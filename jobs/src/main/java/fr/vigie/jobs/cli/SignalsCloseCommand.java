package fr.vigie.jobs.cli;

import fr.vigie.jobs.signals.AlertBook;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie signals close ID --reason TEXT}. */
@Command(name = "close", description = "Settles an alert; it does not come back from the same evidence.")
final class SignalsCloseCommand extends SignalsDecisionCommand {
    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "what was found")
    String reason = "";

    @Override
    void decide(AlertBook book, Instant at) {
        book.close(id, actor, reason, at);
    }
}
