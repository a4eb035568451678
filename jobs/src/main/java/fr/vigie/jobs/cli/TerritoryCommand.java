package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie territory}. */
@Command(
        name = "territory",
        description = "Accessibility, demand under strain and desert risk per territory, after disclosure control.")
final class TerritoryCommand extends StageCommand {
    @Override
    String noun() {
        return "territory";
    }
}
