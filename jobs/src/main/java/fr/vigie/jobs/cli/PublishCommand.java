package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code vigie publish}: the lake's results to where others read them. */
@Command(
        name = "publish",
        description = "Copies result tables to where others read them.",
        subcommands = PublishClickHouseCommand.class)
final class PublishCommand implements Runnable {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Override
    public void run() {
        throw UserError.usage("A destination is missing.\nMaybe 'vigie publish clickhouse'.");
    }
}
