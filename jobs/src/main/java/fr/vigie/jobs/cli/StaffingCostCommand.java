package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.staffing.AgentSteps;
import fr.vigie.staffing.UncertainSizing.Step;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie staffing cost}. */
@Command(
        name = "cost",
        description =
                "What each operator of an interval brings and costs: how surely all promises are kept, calls lost, euros.")
final class StaffingCostCommand implements Callable<Integer> {
    @ParentCommand
    StaffingCommand staffing = new StaffingCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--date", paramLabel = "D", description = "the day (default: the forecast's first one with calls)")
    @Nullable
    LocalDate date;

    @Option(names = "--at", paramLabel = "HH:MM", description = "a moment of it (default: when most calls come)")
    @Nullable
    LocalTime at;

    @Option(names = "--group", paramLabel = "G", description = "the team (default: whichever has most calls then)")
    @Nullable
    String group;

    @Mixin
    ForecastDate forecast = new ForecastDate();

    @Option(names = "--json", description = "as JSON, a number of operators a line")
    boolean json;

    @Override
    public Integer call() {
        try (var workspace = Workspaces.read(staffing.options())) {
            var steps = AgentSteps.of(forecast.trial(workspace, "cost"), date, at, group);
            var out = spec.commandLine().getOut();
            if (json) {
                steps.steps().forEach(step -> out.println(json(steps, step)));
            } else {
                print(steps, workspace.config().block(ServiceConfig.class).zone(), out);
            }
            return 0;
        }
    }

    private static String json(AgentSteps steps, Step step) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("group", steps.interval().id());
        values.put("starts_at", steps.interval().startsAt().toString());
        values.put("agents", step.agents());
        values.put("needed", step.agents() == steps.needed());
        values.put("probability", step.probability());
        values.put("lost_calls", step.lostCalls());
        values.put("saved_calls", step.savedCalls());
        values.put("hours", step.hours());
        values.put("euros", step.euros());
        values.put("euros_per_saved_call", step.eurosPerSavedCall());
        return Json.of(values);
    }

    private static void print(AgentSteps steps, ZoneId zone, PrintWriter out) {
        var interval = steps.interval();
        out.printf(
                Locale.ROOT,
                "%s, %s: %.1f calls in %d minutes%n",
                interval.id(),
                interval.startsAt().atZone(zone).toLocalDateTime(),
                interval.mean(),
                interval.intervalMinutes());
        out.println("agents  all kept  lost calls  the last one saves  for euros  a call");
        for (var step : steps.steps()) {
            out.printf(
                    Locale.ROOT,
                    "%6d%s %8.3f %11s %19s %10.2f %7s%n",
                    step.agents(),
                    step.agents() == steps.needed() ? "*" : " ",
                    step.probability(),
                    figure(step.lostCalls()),
                    figure(step.savedCalls()),
                    step.euros(),
                    figure(step.eurosPerSavedCall()));
        }
        out.println("* what the forecast's staffing asks for where the queue has settled");
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
