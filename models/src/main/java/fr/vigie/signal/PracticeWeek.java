package fr.vigie.signal;

import fr.vigie.input.ForwardingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;

/**
 * What a practice, or one of its doctors, showed within a week from Monday to Sunday.
 *
 * @param monday the first day
 * @param excuses why the week might not compare with others
 * @param forwarding when the practice's calls came to the service
 * @param transfers calls put through
 * @param bookings requests for an appointment
 * @param opening the agenda
 */
public record PracticeWeek(
        LocalDate monday,
        Set<Excuse> excuses,
        ForwardingMode forwarding,
        Transfers transfers,
        Bookings bookings,
        Opening opening) {

    public PracticeWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(
                    "A week begins on a Monday, not on %s, a %s.".formatted(monday, monday.getDayOfWeek()));
        }
        excuses = Set.copyOf(excuses);
    }

    /** The first day on which the whole week is known: the next Monday. */
    public LocalDate asOf() {
        return monday.plusWeeks(1);
    }

    /** Whether none of these excuses holds. */
    boolean comparable(Set<Excuse> excusing) {
        return Collections.disjoint(excuses, excusing);
    }
}
