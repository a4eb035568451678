package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie staffing}. */
@Command(
        name = "staffing",
        description = "Operators needed per interval of the forecast, all targets kept together.",
        subcommands = {StaffingWhyCommand.class, StaffingCostCommand.class})
final class StaffingCommand extends StageCommand {
    @Override
    String noun() {
        return "staffing";
    }

    /** The global options, for the sub-commands. */
    GlobalOptions options() {
        return vigie.options;
    }
}
