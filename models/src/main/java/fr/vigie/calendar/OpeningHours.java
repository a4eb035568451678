package fr.vigie.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

        private static final String CLOCK = "((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)";
        private static final Pattern WRITTEN = Pattern.compile("\\s*" + CLOCK + "\\s*-\\s*" + CLOCK + "\\s*");

        /**
         * Reads {@code 07:00-19:00}; the end may be {@code 24:00}.
         *
         * @throws IllegalArgumentException when the text is not two times of a day, the earlier first
         */
        public static Stretch parse(String text) {
            var ends = WRITTEN.matcher(text);
            if (!ends.matches() || ends.group(1).compareTo(ends.group(2)) >= 0) {
                throw new IllegalArgumentException(
                        "'%s' is not like 07:00-19:00: two times of one day, the earlier first, 24:00 at most."
                                .formatted(text));
            }
            return new Stretch(minute(ends.group(1)), minute(ends.group(2)));
        }

        /**
         * Reads the stretches of a day.
         *
         * @throws IllegalArgumentException when one of them cannot be read, or two overlap
         */
        public static List<Stretch> parseAll(List<String> texts) {
            var stretches = texts.stream()
                    .map(Stretch::parse)
                    .sorted(Comparator.comparingInt(Stretch::from))
                    .toList();
            for (int i = 1; i < stretches.size(); i++) {
                if (stretches.get(i).from < stretches.get(i - 1).until) {
                    throw new IllegalArgumentException(
                            "%s and %s overlap; one stretch from the first to the last is right."
                                    .formatted(stretches.get(i - 1), stretches.get(i)));
                }
            }
            return stretches;
        }

        private static int minute(String text) {
            return 60 * Integer.parseInt(text.substring(0, 2)) + Integer.parseInt(text.substring(3));
        }

        /** As it is read, e.g. {@code 07:00-19:00}. */
        @Override
        public String toString() {
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, until / 60, until % 60);
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
