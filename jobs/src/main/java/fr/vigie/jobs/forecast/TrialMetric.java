package fr.vigie.jobs.forecast;

import fr.vigie.jobs.lake.LoadRow;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A figure on which a change is judged: a count, or one sum over another. */
public enum TrialMetric {
    /** Calls that are not redials: what callers want. */
    VOLUME(LoadRow::firstAttempts, null),
    /** Mean wait of all calls offered to operators, seconds. */
    WAITING(LoadRow::waitSeconds, LoadRow::offered),
    /** The share of them who hang up. */
    ABANDONMENT(LoadRow::abandoned, LoadRow::offered),
    /** The share of them answered in the time promised. */
    SERVICE_LEVEL(LoadRow::answeredWithin, LoadRow::offered),
    /** Mean talk and wrap-up of a handled call, seconds. */
    HANDLING_TIME(LoadRow::handledSeconds, LoadRow::handled);

    private final ToDoubleFunction<LoadRow> over;
    private final @Nullable ToDoubleFunction<LoadRow> under;

    TrialMetric(ToDoubleFunction<LoadRow> over, @Nullable ToDoubleFunction<LoadRow> under) {
        this.over = over;
        this.under = under;
    }

    ToDoubleFunction<LoadRow> over() {
        return over;
    }

    /** What it is a mean over; null: it is a count. */
    @Nullable
    ToDoubleFunction<LoadRow> under() {
        return under;
    }

    /** Its name as people write it, e.g. {@code service-level}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
