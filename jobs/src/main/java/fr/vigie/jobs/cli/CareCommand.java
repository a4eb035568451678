package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie care}. */
@Command(name = "care", description = "How worn out the operators' days are, by team and never by person.")
final class CareCommand extends StageCommand {
    @Override
    String noun() {
        return "care";
    }
}
