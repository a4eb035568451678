package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie roster}. */
@Command(name = "roster", description = "Who works when next week, under the labour rules.")
final class RosterCommand extends StageCommand {
    @Override
    String noun() {
        return "roster";
    }
}
