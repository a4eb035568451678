package fr.vigie.report;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * The operators needed by a planning group in a half-hour.
 *
 * @param day business date
 * @param minute of the day at its start, in the service's zone
 * @param agents on the phone, so that every target is met
 * @param scheduled on the roster, shrinkage included
 * @param planned by the shifts planned; empty when nobody planned any
 */
public record Need(String group, LocalDate day, int minute, int agents, int scheduled, OptionalInt planned) {
    private static final double HALF_HOURS = 2;

    /**
     * Planned less needed on the phone: negative when people are missing. Shifts have their breaks taken out already,
     * so the need with shrinkage would count breaks twice.
     */
    OptionalInt gap() {
        return planned.isPresent() ? OptionalInt.of(planned.getAsInt() - agents) : OptionalInt.empty();
    }

    /** The people missing on the phone; none where nobody planned. */
    int missing() {
        return Math.max(0, -gap().orElse(0));
    }

    /** The people on the phone beyond the need; none where nobody planned. */
    int spare() {
        return Math.max(0, gap().orElse(0));
    }

    /** The same need against other shifts. */
    Need plannedBy(int operators) {
        return new Need(group, day, minute, agents, scheduled, OptionalInt.of(operators));
    }

    double missingHours() {
        return missing() / HALF_HOURS;
    }
}
