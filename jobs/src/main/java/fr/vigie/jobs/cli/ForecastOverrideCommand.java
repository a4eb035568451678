package fr.vigie.jobs.cli;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.forecast.ForecastConfig;
import fr.vigie.jobs.forecast.OverrideBook;
import fr.vigie.jobs.lake.OverrideRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie forecast override}. */
@Command(
        name = "override",
        description =
                "Corrects the forecast of a stretch of time; the model's own value is kept and both are scored later.")
final class ForecastOverrideCommand implements Callable<Integer> {
    @ParentCommand
    ForecastCommand forecast = new ForecastCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    ForecastPlace place = new ForecastPlace();

    @Option(
            names = "--from",
            paramLabel = "D",
            required = true,
            description = "a day, or a time such as 2026-04-01T08:00")
    String from = "";

    @Option(names = "--to", paramLabel = "D", description = "the last day, or the time of its end (default: that day)")
    @Nullable
    String to;

    @Option(names = "--factor", paramLabel = "X", description = "times what the model expects, 0 to 10")
    @Nullable
    Double factor;

    @Option(names = "--calls", paramLabel = "N", description = "calls over the whole stretch, of one day")
    @Nullable
    Double calls;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "who decides (default: the user of this machine)")
    String author = System.getProperty("user.name", "unknown");

    @Override
    public Integer call() {
        try (var workspace = Workspaces.write(forecast.options(), spec)) {
            var service = workspace.config().block(ServiceConfig.class);
            var zone = service.zone();
            var row = new OverrideRow(
                    Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
                    place.level.name(),
                    place.id,
                    time("--from", from, 0, zone),
                    time("--to", to == null ? from.substring(0, Math.min(10, from.length())) : to, 1, zone),
                    factor,
                    calls,
                    reason,
                    author);
            new OverrideBook(workspace.lake())
                    .enter(
                            row,
                            workspace.flow(null).asOf(),
                            service,
                            workspace.config().block(ForecastConfig.class).intervalMinutes());
            spec.commandLine().getOut().println("forecast: corrected as of the next 'vigie forecast' or 'vigie run'");
            return 0;
        }
    }

    /** A day, of which the start or the end is meant, or a time; local unless it has an offset. */
    private static Instant time(String option, String text, int daysOn, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw UserError.usage(
                    "The %s '%s' is neither a day nor a time.\nMaybe write 2026-04-01 or 2026-04-01T08:00."
                            .formatted(option, text));
        }
    }
}
