package fr.vigie.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When lines are staffed: hours by weekday, and days that are closed whatever their weekday.
 *
 * @param hours the half-open stretches of a weekday; a weekday that is absent is closed
 * @param closed days without service, e.g. public holidays
 */
public record OpeningHours(Map<DayOfWeek, List<Stretch>> hours, Set<LocalDate> closed) implements Serializable {

    /**
     * A half-open stretch of local time within a day.
     *
     * @param from first minute, 0 to 1439
     * @param until minute after the last, 1 to 1440 (24:00)
     */
    public record Stretch(int from, int until) implements Serializable {
        public Stretch {
            if (from < 0 || until > 1440 || from >= until) {
                throw new IllegalArgumentException(
                        "Opening from minute %d until minute %d of the day is not possible.".formatted(from, until));
            }
        }

        /** Reads {@code 07:00-19:00}; the end may be {@code 24:00}. */
        public static Stretch parse(String text) {
            var ends = text.strip().split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("Opening hours '%s' are not like 07:00-19:00.".formatted(text));
            }
            return new Stretch(minute(ends[0]), minute(ends[1]));
        }

        private static int minute(String text) {
            return text.strip().equals("24:00")
                    ? 1440
                    : LocalTime.parse(text.strip()).toSecondOfDay() / 60;
        }
    }

    public OpeningHours {
        hours = Map.copyOf(hours);
        closed = Set.copyOf(closed);
    }

    /** The stretches of a day, none when it is closed. */
    public List<Stretch> on(LocalDate day) {
        return closed.contains(day) ? List.of() : hours.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** Whether the line is staffed at that minute (0 to 1439) of the day. */
    public boolean isOpen(LocalDate day, int minuteOfDay) {
        return on(day).stream().anyMatch(s -> s.from() <= minuteOfDay && minuteOfDay < s.until());
    }

    /** The first minute of the day's service, if there is any. */
    public Optional<Integer> opens(LocalDate day) {
        return on(day).stream().map(Stretch::from).min(Integer::compare);
    }

    /** The same hours with further closed days. */
    public OpeningHours closedAlsoOn(Set<LocalDate> days) {
        var all = new java.util.HashSet<>(closed);
        all.addAll(days);
        return new OpeningHours(hours, all);
    }
}
