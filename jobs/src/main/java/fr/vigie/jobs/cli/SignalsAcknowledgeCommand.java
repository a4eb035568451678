package fr.vigie.jobs.cli;

import fr.vigie.jobs.signals.AlertBook;
import java.time.Instant;
import picocli.CommandLine.Command;

/** {@code vigie signals acknowledge ID}. */
@Command(name = "acknowledge", description = "Takes an alert on.")
final class SignalsAcknowledgeCommand extends SignalsDecisionCommand {
    @Override
    void decide(AlertBook book, Instant at) {
        book.acknowledge(id, actor, at);
    }
}
