package fr.vigie.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes the law stricter or milder for one person.
 *
 * @param adultOn the day on which a minor comes of age; nothing for everybody else
 * @param isShortContractAgreed whether the person asked for a contract below the least one, or expressly agreed to it
 * @param mayWorkSundays whether weekly rest may fall on another day than Sunday (C. trav. L3132-12 and what follows it)
 */
public record Standing(@Nullable LocalDate adultOn, boolean isShortContractAgreed, boolean mayWorkSundays) {
    /** An adult with an agreed contract where nobody works on Sundays. */
    public static final Standing ORDINARY = new Standing(null, true, false);

    /** The same where rest may fall on another day than Sunday. */
    public static final Standing ANY_DAY = new Standing(null, true, true);

    /** Whether the person is under 18 on a day. */
    boolean isMinorOn(LocalDate day) {
        return adultOn != null && day.isBefore(adultOn);
    }
}
