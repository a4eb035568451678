package fr.vigie.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What a practice is promised and can expect in a week in which its team answers others as well.
 *
 * @param practice its id
 * @param name what people call it
 * @param group who answers it
 * @param share of its calls answered in time, as promised: 0 to 1
 * @param withinSeconds the time
 * @param origin {@code contract}, or {@code service} where its contract says nothing
 * @param from first day of the week
 * @param until its last day
 * @param calls expected
 * @param withNeeded the share with the operators needed
 * @param withPlanned the share with those planned; empty where none are
 * @param priceHours operators' hours that this promise and equal ones cost the team; empty where all are promised the same
 */
public record PracticePromise(
        String practice,
        String name,
        String group,
        double share,
        double withinSeconds,
        String origin,
        LocalDate from,
        LocalDate until,
        double calls,
        OptionalDouble withNeeded,
        OptionalDouble withPlanned,
        OptionalDouble priceHours) {

    /** How much less than is promised the practice can expect, in tenths of a per cent, as printed; zero or less where it is kept. */
    int shortBy() {
        var expected = withPlanned.isPresent() ? withPlanned : withNeeded;
        return expected.isPresent() ? tenths(share) - tenths(expected.getAsDouble()) : 0;
    }

    /** Rounded as a page rounds a per cent with one decimal. */
    private static int tenths(double share) {
        return new BigDecimal(share)
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** Whether the promise is one of whole per cent. */
    boolean isWhole() {
        return tenths(share) % 10 == 0;
    }

    boolean isBelow() {
        return shortBy() > 0;
    }
}
