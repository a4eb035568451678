package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.OverrideRow;
import fr.vigie.jobs.lake.Tables;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;

/**
 * Planners' corrections of the forecast: each is kept in the table {@code override} and in the audit log, and takes effect
 * when the forecast is made next.
 */
public final class OverrideBook {
    private static final double MOST_TIMES = 10;
    private static final double MOST_CALLS = 1e6;
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final Lake lake;

    public OverrideBook(Lake lake) {
        this.lake = lake;
    }

    /**
     * Enters a correction.
     *
     * @param known the first day that is not known: what was before cannot be corrected
     * @param service when lines are open, and by which clock
     * @param minutes an interval of the forecast
     * @throws UserError with exit code 2 where the correction cannot be; nothing is written then
     */
    public void enter(OverrideRow row, LocalDate known, ServiceConfig service, int minutes) {
        checkTimes(row, known, service.zone());
        checkValue(row, service.zone());
        checkPlace(row);
        checkOpen(row, service, minutes);
        lake.append(
                Tables.OVERRIDE,
                lake.spark().createDataset(List.of(row), Tables.OVERRIDE.encoder()),
                "override-" + row.at().toEpochMilli());
        var what = row.factor() != null
                ? String.format(Locale.ROOT, "times %s", row.factor())
                : String.format(Locale.ROOT, "%s calls", row.calls());
        new Decisions(lake)
                .note(
                        row.at(),
                        "forecast",
                        row.level() + " " + row.id(),
                        "override from %s to %s: %s".formatted(row.startsAt(), row.endsAt(), what),
                        row.author(),
                        row.reason());
    }

    private static void checkTimes(OverrideRow row, LocalDate known, ZoneId zone) {
        if (!row.startsAt().isBefore(row.endsAt())) {
            throw UserError.usage("The correction ends (%s) before it starts (%s).\nMaybe swap --from and --to."
                    .formatted(
                            row.endsAt().atZone(zone).toLocalDateTime(),
                            row.startsAt().atZone(zone).toLocalDateTime()));
        }
        if (row.startsAt().isBefore(known.atStartOfDay(zone).toInstant())) {
            throw UserError.usage(
                    "The correction starts on %s, before the first day still to come (%s).\nMaybe take a later --from."
                            .formatted(row.startsAt().atZone(zone).toLocalDate(), known));
        }
    }

    /** Of calls spread over several days a forecast made in the midst of them would not know how many are left. */
    private static void checkValue(OverrideRow row, ZoneId zone) {
        within("factor", row.factor(), MOST_TIMES);
        within("calls", row.calls(), MOST_CALLS);
        if ((row.factor() == null) == (row.calls() == null)) {
            throw UserError.usage(
                    "A correction has either a factor or calls.\nMaybe leave one of --factor and --calls.");
        }
        var nextDay = row.startsAt().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);
        if (row.calls() != null && row.endsAt().isAfter(nextDay.toInstant())) {
            throw UserError.usage(
                    "The %s calls are of more than one day.\nMaybe correct each day on its own, or give a --factor."
                            .formatted(row.calls()));
        }
        if (row.reason().isBlank()) {
            throw UserError.usage("A correction has its reason.\nMaybe add --reason TEXT.");
        }
        if (row.author().isBlank()) {
            throw UserError.usage("A correction has its author.\nMaybe add --by NAME.");
        }
    }

    private void checkPlace(OverrideRow row) {
        var places = lake.read(Tables.FORECAST)
                .where(col("level").equalTo(row.level()))
                .select("id")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
        if (!places.contains(row.id())) {
            throw UserError.usage("There is no forecast of the %s '%s'.%s"
                    .formatted(
                            row.level(),
                            row.id(),
                            Suggestion.near(row.id(), places)
                                    .orElse("\nMaybe run 'vigie forecast' first, or name another --id.")));
        }
    }

    /** A correction takes effect in the intervals that begin within it; lines may be closed in all of them. */
    private static void checkOpen(OverrideRow row, ServiceConfig service, int minutes) {
        var zone = service.zone();
        var from = row.startsAt().atZone(zone).toLocalDate();
        var until = row.endsAt().atZone(zone).toLocalDate().plusDays(1);
        var hours = row.level().equals("group")
                ? List.of(service.openingHours(row.id(), from, until))
                : service.allOpeningHours(from, until);
        boolean isOpen = from.datesUntil(until)
                .anyMatch(day -> IntStream.iterate(0, minute -> minute < MINUTES_OF_DAY, minute -> minute + minutes)
                        .filter(minute -> hours.stream().anyMatch(each -> each.isOpen(day, minute)))
                        .mapToObj(minute -> day.atTime(LocalTime.MIN.plusMinutes(minute))
                                .atZone(zone)
                                .toInstant())
                        .anyMatch(start -> !start.isBefore(row.startsAt()) && start.isBefore(row.endsAt())));
        if (!isOpen) {
            throw UserError.usage(
                    "No interval of %d minutes in which lines are open begins between %s and %s.\nMaybe take another --from or --to, or correct service.opening-hours."
                            .formatted(
                                    minutes,
                                    row.startsAt().atZone(zone).toLocalDateTime(),
                                    row.endsAt().atZone(zone).toLocalDateTime()));
        }
    }

    private static void within(String name, @Nullable Double value, double most) {
        if (value != null && !(value >= 0 && value <= most)) {
            throw UserError.usage("The %s (%s) must be 0 to %s.\nMaybe correct --%s."
                    .formatted(name, value, String.format(Locale.ROOT, "%.0f", most), name));
        }
    }
}
