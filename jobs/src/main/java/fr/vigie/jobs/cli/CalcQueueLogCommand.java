package fr.vigie.jobs.cli;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.BadValue;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.QueueLogFiles;
import fr.vigie.jobs.format.Times;
import fr.vigie.queuelog.AgentHour;
import fr.vigie.queuelog.HourlyStatistics;
import fr.vigie.queuelog.QueueHour;
import fr.vigie.queuelog.VigieCounting;
import fr.vigie.queuelog.WazoCounting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie calc queue-log}: hourly statistics of an Asterisk {@code queue_log}. */
@Command(
        name = "queue-log",
        description = {
            "Hourly statistics of the queues and agents of an Asterisk queue_log.",
            "An open login or pause runs to --to. Rates are from 0 to 1, empty where nothing can be divided."
        })
final class CalcQueueLogCommand implements Callable<Integer> {
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int RATE_DIGITS = 4;
    private static final int SECOND_DIGITS = 2;

    /** The ways of counting by their names. */
    enum How {
        VIGIE,
        WAZO
    }

    /** Twenty years: whoever asks for more means something else. */
    private static final int LONGEST_DAYS = 7305;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "the log; once more for each of its rotated parts; .gz is accepted")
    List<Path> input = List.of();

    @Option(names = "--from", required = true, paramLabel = "INSTANT", description = "the first hour, ISO 8601")
    String from = "";

    @Option(names = "--to", required = true, paramLabel = "INSTANT", description = "the end of the last hour, ISO 8601")
    String to = "";

    @Option(
            names = "--zone",
            defaultValue = "Europe/Paris",
            paramLabel = "ZONE",
            description = "whose clock tells the hours (default: Europe/Paris)")
    String zone = "";

    @Option(names = "--within", paramLabel = "S", description = "seconds of the quality of service")
    @Nullable
    Long within;

    @Option(
            names = "--counting",
            defaultValue = "vigie",
            paramLabel = "vigie|wazo",
            description = "whose definitions: docs/queue-log.md (default: vigie)")
    How counting = How.VIGIE;

    @Option(names = "--queues", required = true, paramLabel = "FILE", description = "where to write the queues' hours")
    Path queues = Path.of("");

    @Option(names = "--agents", required = true, paramLabel = "FILE", description = "where to write the agents' hours")
    Path agents = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (within != null && within < 0) {
            throw UserError.usage("--within (%d) must not be negative.".formatted(within));
        }
        var clock = zone();
        var start = instant("--from", from, clock);
        var end = instant("--to", to, clock);
        if (!start.isBefore(end)) {
            throw UserError.usage("--to (%s) must be after --from (%s).".formatted(to, from));
        }
        if (Duration.between(start, end).toDays() > LONGEST_DAYS) {
            throw UserError.usage("--from (%s) and --to (%s) are more than %d days apart.\nMaybe a year is mistyped."
                    .formatted(from, to, LONGEST_DAYS));
        }
        if (queues.toAbsolutePath().normalize().equals(agents.toAbsolutePath().normalize())) {
            throw UserError.usage(
                    "--queues and --agents name the same file (%s).\nMaybe name another one.".formatted(queues));
        }
        var sources = input.toArray(Path[]::new);
        var queueTable = PlainOutput.to(queues, spec, sources);
        var agentTable = PlainOutput.to(agents, spec, sources);
        var files =
                input.stream().map(path -> InputFile.of(path, Limits.usual())).toList();
        files.forEach(InputFile::check);
        var statistics = HourlyStatistics.of(
                new QueueLogFiles(files),
                counting == How.WAZO ? new WazoCounting(start) : new VigieCounting(start),
                start,
                end,
                clock,
                within == null ? 0 : within);
        queueTable.write(
                List.of(
                        "queue",
                        "starts_at",
                        "received",
                        "answered",
                        "abandoned",
                        "timeout",
                        "closed",
                        "blocked",
                        "saturated",
                        "average_wait_seconds",
                        "answered_rate",
                        "quality_of_service"),
                statistics.queues().stream().map(hour -> row(hour, clock)).toList());
        agentTable.write(
                List.of(
                        "agent",
                        "starts_at",
                        "answered",
                        "conversation_seconds",
                        "login_seconds",
                        "pause_seconds",
                        "wrapup_seconds"),
                statistics.agents().stream().map(hour -> row(hour, clock)).toList());
        if (!statistics.unusable().isEmpty()) {
            spec.commandLine().getErr().println("vigie: not counted: " + shown(statistics.unusable()));
        }
        return 0;
    }

    private static String shown(Map<String, Long> unusable) {
        return unusable.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<String> row(QueueHour hour, ZoneId clock) {
        var ratios = hour.ratios();
        return List.of(
                hour.queue(),
                WITH_OFFSET.format(hour.startsAt().atZone(clock).toOffsetDateTime()),
                String.valueOf(hour.received()),
                String.valueOf(hour.answered()),
                String.valueOf(hour.abandoned()),
                String.valueOf(hour.timeout()),
                String.valueOf(hour.closed()),
                String.valueOf(hour.blocked()),
                String.valueOf(hour.saturated()),
                rounded(ratios.averageWaitSeconds(), SECOND_DIGITS),
                rounded(ratios.answeredRate(), RATE_DIGITS),
                within == null ? "" : rounded(ratios.qualityOfService(), RATE_DIGITS));
    }

    private static List<String> row(AgentHour hour, ZoneId clock) {
        return List.of(
                hour.agent(),
                WITH_OFFSET.format(hour.startsAt().atZone(clock).toOffsetDateTime()),
                String.valueOf(hour.answered()),
                String.valueOf(hour.conversationSeconds()),
                String.valueOf(hour.loginSeconds()),
                String.valueOf(hour.pauseSeconds()),
                String.valueOf(hour.wrapupSeconds()));
    }

    private static String rounded(double value, int digits) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw UserError.usage("The zone '%s' is unknown.\nMaybe Europe/Paris is meant.".formatted(zone));
        }
    }

    private static Instant instant(String option, String text, ZoneId zone) {
        try {
            return Times.instant(text, zone);
        } catch (BadValue e) {
            throw UserError.usage("%s: %s.\nMaybe 2026-03-30T08:00:00+02:00 shows how to write one."
                    .formatted(option, e.getMessage()));
        }
    }
}
