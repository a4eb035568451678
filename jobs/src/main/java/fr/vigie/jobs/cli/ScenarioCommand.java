package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code vigie scenario}: what if. */
@Command(
        name = "scenario",
        description = "What if: the week to come with changes, beside the week as it is.",
        subcommands = {ScenarioRunCommand.class})
final class ScenarioCommand implements Runnable {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Override
    public void run() {
        throw UserError.usage("A sub-command of 'scenario' is missing.\nMaybe 'vigie scenario run'.");
    }
}
