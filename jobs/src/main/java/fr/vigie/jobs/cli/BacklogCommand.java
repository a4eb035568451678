package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie backlog}. */
@Command(
        name = "backlog",
        description =
                "Whether the quiet hours of the coming week take the work beside calls, and how many are missing.")
final class BacklogCommand extends StageCommand {
    @Override
    String noun() {
        return "backlog";
    }
}
