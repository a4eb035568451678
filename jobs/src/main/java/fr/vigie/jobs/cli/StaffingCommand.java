package fr.vigie.jobs.cli;

import picocli.CommandLine.Command;

/** {@code vigie staffing}. */
@Command(name = "staffing", description = "Operators needed per interval of the forecast, all targets kept together.")
final class StaffingCommand extends StageCommand {
    @Override
    String noun() {
        return "staffing";
    }
}
