package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code vigie calc}: tools on plain files, without a workspace and without Spark. */
@Command(name = "calc", description = "Tools on plain files: no workspace, an answer at once.")
final class CalcCommand implements Runnable {
    /** The tools. */
    static final List<Class<?>> TOOLS = List.of(
            CalcAccessCommand.class,
            CalcErlangCommand.class,
            CalcForecastCommand.class,
            CalcQueueLogCommand.class,
            CalcRosterCommand.class,
            CalcSuppressCommand.class);

    @ParentCommand
    Vigie vigie = new Vigie();

    @Override
    public void run() {
        throw UserError.usage("A tool is missing.\nMaybe 'vigie calc --help' helps.");
    }
}
