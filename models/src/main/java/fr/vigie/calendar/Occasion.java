package fr.vigie.calendar;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Something that lifts or lowers the calls of a place for some days.
 *
 * @param kind what; occasions of a kind are taken to be alike
 * @param from first day
 * @param until day after the last
 * @param share how much of the place it concerns, above 0 and at most 1: one doctor of two away is 0.5
 */
public record Occasion(Kind kind, LocalDate from, LocalDate until, double share) implements Serializable {
    /** What may happen. */
    public enum Kind {
        /** Nobody knows it before it begins. */
        EPIDEMIC,
        CAMPAIGN,
        TRIAL,
        /** Nobody knows it before it begins. */
        OUTAGE,
        STRIKE,
        RAMADAN,
        /** Doctors away who said so. */
        LEAVE,
        /** Doctors away; nobody knows it before it begins. */
        ILLNESS,
        /** A practice is on holiday. */
        PRACTICE_HOLIDAY,
        OTHER;

        /** Whether it is known before it begins. */
        public boolean isAnnounced() {
            return this != EPIDEMIC && this != OUTAGE && this != ILLNESS;
        }
    }

    public Occasion {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The occasion ends (%s) before it begins (%s).\nMaybe swap the two dates.".formatted(until, from));
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share (%s) of an occasion must be above 0 and at most 1.".formatted(share));
        }
    }
}
