package fr.vigie.report;

import fr.vigie.shortfall.Factor;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The service level of a team's day, or a part of it, against what its plan promised.
 *
 * @param group a planning group, or {@code network}
 * @param day which
 * @param part {@code day}, {@code morning}, {@code midday} or {@code afternoon}
 * @param target the service level that callers are promised
 * @param promised what the plan let expect
 * @param seen what came
 * @param plannedCalls calls forecast
 * @param calls calls that came
 * @param plannedAhtSeconds mean handling time forecast
 * @param ahtSeconds that seen
 * @param absentHours hours of operators who did not come
 * @param offPhoneHours hours of operators who came and were not ready, less those of helpers
 * @param presenceKnown whether the phone system told who was there
 * @param parts what each cause added to the service level
 */
public record MissedTarget(
        String group,
        LocalDate day,
        String part,
        double target,
        double promised,
        double seen,
        double plannedCalls,
        double calls,
        double plannedAhtSeconds,
        double ahtSeconds,
        double absentHours,
        double offPhoneHours,
        boolean presenceKnown,
        Map<Factor, Double> parts) {
    /** The whole day. */
    public static final String DAY = "day";

    public MissedTarget {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    double added(Factor factor) {
        return parts.getOrDefault(factor, 0.0);
    }
}
