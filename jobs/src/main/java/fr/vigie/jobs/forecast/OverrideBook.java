package fr.vigie.jobs.forecast;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.error.Suggestion;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.OverrideRow;
import fr.vigie.jobs.lake.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Encoders;

/**
 * Planners' corrections of the forecast: each is kept in the table {@code override} and in the audit log, and takes effect
 * when the forecast is made next.
 */
public final class OverrideBook {
    private static final double MOST_TIMES = 10;
    private static final double MOST_CALLS = 1e6;

    private final Lake lake;

    public OverrideBook(Lake lake) {
        this.lake = lake;
    }

    /**
     * Enters a correction.
     *
     * @param known start of the first day that is not known: what was before cannot be corrected
     */
    public void enter(OverrideRow row, Instant known) {
        if (!row.startsAt().isBefore(row.endsAt())) {
            throw UserError.usage("The correction ends (%s) before it starts (%s).\nMaybe swap --from and --to."
                    .formatted(row.endsAt(), row.startsAt()));
        }
        if (row.startsAt().isBefore(known)) {
            throw UserError.usage(
                    "The correction starts at %s, before what is still to come (%s).\nMaybe take a later --from."
                            .formatted(row.startsAt(), known));
        }
        within("factor", row.factor(), MOST_TIMES);
        within("calls", row.calls(), MOST_CALLS);
        if ((row.factor() == null) == (row.calls() == null)) {
            throw UserError.usage(
                    "A correction has either a factor or calls.\nMaybe leave one of --factor and --calls.");
        }
        if (row.reason().isBlank()) {
            throw UserError.usage("A correction has its reason.\nMaybe add --reason TEXT.");
        }
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

    private static void within(String name, @org.jspecify.annotations.Nullable Double value, double most) {
        if (value != null && !(value >= 0 && value <= most)) {
            throw UserError.usage("The %s (%s) must be 0 to %s.\nMaybe correct --%s."
                    .formatted(name, value, String.format(Locale.ROOT, "%.0f", most), name));
        }
    }
}
