package fr.vigie.scenario;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Another service that takes calls.
 *
 * @param eurosPerCall its price, zero or more
 * @param ahtSeconds its own handling time, seconds; null: as long as here
 * @param from when it begins to take calls, on the service's clock
 * @param until when it ends; midnight: at the end of the day
 * @param quality the share of its calls that need no second one, 0 to 1; the others come back to the operators
 */
public record Partner(
        double eurosPerCall, @Nullable Double ahtSeconds, LocalTime from, LocalTime until, double quality) {
    public Partner {
        Check.notNegative("partner's price by call", eurosPerCall);
        if (ahtSeconds != null) {
            Check.positive("partner's handling time", ahtSeconds);
        }
        Check.share("partner's quality", quality);
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The partner's hours %s-%s must end after they begin.\nMaybe write %s-%s."
                            .formatted(from, until, until, from));
        }
    }

    /** Whether it takes calls all through an interval. */
    boolean isThere(PlannedInterval interval) {
        var day = interval.startsAt().toLocalDate();
        var end = until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(until);
        return !interval.startsAt().isBefore(day.atTime(from))
                && !interval.endsAt().isAfter(end);
    }

    /** The share of calls that operators still get when the partner is given that share. */
    double leaves(double share) {
        return 1 - share * quality;
    }

    /** Notes what the partner does with that share of an interval's calls. */
    Ledger note(Ledger ledger, PlannedInterval interval, double share) {
        double calls = share * interval.calls();
        double hours = ahtSeconds == null ? share * interval.handlingHours() : calls * ahtSeconds / 3600;
        // A call that comes back is served here, once.
        return ledger.toPartner(calls * quality, hours, calls * eurosPerCall);
    }
}
