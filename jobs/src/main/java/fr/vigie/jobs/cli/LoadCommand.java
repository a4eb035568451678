package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie load}. */
@Command(name = "load", description = "Calls to load, by practice, group and network, by quarter of an hour.")
final class LoadCommand extends StageCommand {
    @Override
    String noun() {
        return "load";
    }
}
