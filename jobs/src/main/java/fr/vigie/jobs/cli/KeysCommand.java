package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code vigie keys}: the secret behind callers' pseudonyms. */
@Command(
        name = "keys",
        description = "The pseudonymisation key of the workspace.",
        subcommands = {KeysRotateCommand.class})
final class KeysCommand implements Runnable {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Override
    public void run() {
        throw UserError.usage("A sub-command of 'keys' is missing.\nMaybe 'vigie keys rotate'.");
    }
}
