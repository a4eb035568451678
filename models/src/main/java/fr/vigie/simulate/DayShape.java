package fr.vigie.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the calls of a day spread over its quarter-hours from 6:00 to 22:00.
 *
 * <p>Lines open at 7:00 and close at 19:00; callers may queue from 6:45. What comes before or after finds them closed.
 */
final class DayShape {
    /** Minute of the day at which the first quarter-hour begins. */
    static final int FIRST_MINUTE = 6 * 60;

    static final int QUARTERS = 64;
    static final int QUEUE_OPENS_MINUTE = 6 * 60 + 45;
    static final int OPENS_MINUTE = 7 * 60;
    static final int CLOSES_MINUTE = 19 * 60;

    /** Practices whose patients call early, all day or late. */
    static final int LEANINGS = 3;

    private static final int QUEUE_OPENS = (QUEUE_OPENS_MINUTE - FIRST_MINUTE) / 15;
    private static final int OPENS = (OPENS_MINUTE - FIRST_MINUTE) / 15;
    private static final int CLOSES = (CLOSES_MINUTE - FIRST_MINUTE) / 15;
    private static final int NOON = (12 * 60 - FIRST_MINUTE) / 15;

    /** Percent of an ordinary day's calls by half-hour from 7:00 to 19:00. */
    private static final double[] ORDINARY = {
        2.6, 4.3, 5.6, 6.1, 6.2, 6.0, 5.7, 5.4, 5.0, 4.6, 3.7, 3.2, 3.3, 3.9, 4.5, 4.5, 4.3, 4.1, 3.5, 3.1, 2.8, 2.3,
        1.7, 1.2
    };

    /** The same for a Saturday. */
    private static final double[] SATURDAY = {
        3.4, 5.4, 7.6, 8.4, 8.2, 7.6, 7.0, 6.4, 5.9, 5.2, 3.7, 2.6, 2.0, 2.1, 2.7, 2.7, 2.5, 2.3, 2.1, 1.9, 1.6, 1.3,
        1.0, 0.8
    };

    /** What a Monday adds to the hours of an ordinary day: 7:00, 8:00, ... */
    private static final double[] MONDAY = {1.30, 1.20, 1.16, 1.10, 1.04, 0.95, 0.95, 0.90, 0.86, 0.84, 0.82, 0.80};

    private static final double BEFORE_OPENING = 0.85;
    private static final double BEFORE_MONDAY_OPENING = 1.05;
    private static final double EARLY = 0.1 / QUEUE_OPENS;
    private static final double LATE = 1.1 / (QUARTERS - CLOSES);

    private enum Kind {
        MONDAY,
        ORDINARY,
        SATURDAY
    }

    private final Map<Kind, double[][]> cumulative = new EnumMap<>(Kind.class);

    DayShape() {
        for (var kind : Kind.values()) {
            var byLeaning = new double[LEANINGS][];
            for (int leaning = 0; leaning < LEANINGS; leaning++) {
                byLeaning[leaning] = cumulate(weights(kind, leaning));
            }
            cumulative.put(kind, byLeaning);
        }
    }

    /** The cumulative share of the day's calls by quarter-hour; the last one is 1. */
    double[] cumulative(LocalDate day, int leaning) {
        return cumulative(kind(day), leaning);
    }

    /** The share of the day's calls that falls into a quarter-hour. */
    double share(LocalDate day, int leaning, int quarter) {
        return share(cumulative(day, leaning), quarter);
    }

    /** The same for an ordinary Tuesday to Friday. */
    double ordinaryShare(int leaning, int quarter) {
        return share(cumulative(Kind.ORDINARY, leaning), quarter);
    }

    private double[] cumulative(Kind kind, int leaning) {
        return Objects.requireNonNull(cumulative.get(kind))[leaning];
    }

    private static double share(double[] cumulative, int quarter) {
        return quarter == 0 ? cumulative[0] : cumulative[quarter] - cumulative[quarter - 1];
    }

    private static Kind kind(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            return Kind.MONDAY;
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? Kind.SATURDAY : Kind.ORDINARY;
    }

    private static double[] weights(Kind kind, int leaning) {
        var weights = new double[QUARTERS];
        for (int q = 0; q < QUARTERS; q++) {
            weights[q] = q < QUEUE_OPENS ? EARLY : q >= CLOSES ? LATE : 0;
            if (q >= OPENS && q < CLOSES) {
                int halfHour = (q - OPENS) / 2;
                weights[q] = (kind == Kind.SATURDAY ? SATURDAY : ORDINARY)[halfHour] / 2;
                if (kind == Kind.MONDAY) {
                    weights[q] *= MONDAY[halfHour / 2];
                }
                // Nobody is in the practice after noon where it leans to the morning, and the other way round.
                weights[q] *= 1 + 0.12 * (leaning - 1) * (q < NOON ? -1 : 1);
            } else if (q >= QUEUE_OPENS && q < OPENS) {
                weights[q] = kind == Kind.MONDAY ? BEFORE_MONDAY_OPENING : BEFORE_OPENING;
            }
        }
        return weights;
    }

    private static double[] cumulate(double[] weights) {
        var sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sum;
        }
        return sums;
    }
}
