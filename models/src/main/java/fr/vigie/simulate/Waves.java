package fr.vigie.simulate;

import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The winters' epidemics and autumn's vaccination, whose bells lift everybody's calls. When an epidemic peaks, how high and how
 * wide is drawn winter by winter: other seeds give other winters of the same law.
 */
public final class Waves {
    private static final double VACCINATION = 0.03;

    /** Calls rise by {@code height} at the peak and follow a bell. */
    private record Wave(EventKind kind, String name, LocalDate peak, double height, double deviationDays) {
        double lift(LocalDate day) {
            double z = ChronoUnit.DAYS.between(peak, day) / deviationDays;
            return Math.abs(z) > 4 ? 0 : height * StrictMath.exp(-z * z / 2);
        }

        LocalDate starts() {
            return peak.minusDays(Math.round(2 * deviationDays));
        }

        LocalDate ends() {
            return peak.plusDays(Math.round(2 * deviationDays));
        }
    }

    private final List<Wave> waves;

    private Waves(List<Wave> waves) {
        this.waves = waves;
    }

    /**
     * The waves of all winters that touch a span of days.
     *
     * @param seed decides all of them, each winter by itself
     * @param from first day
     * @param until day after the last
     */
    public static Waves drawn(long seed, LocalDate from, LocalDate until) {
        var all = new ArrayList<Wave>();
        for (int year = from.getYear(); year <= until.getYear() + 1; year++) {
            var dice = Dice.of(seed, Dice.Purpose.EPIDEMIC, year);
            all.add(new Wave(
                    EventKind.EPIDEMIC,
                    "Grippe " + (year - 1) + "-" + year,
                    LocalDate.of(year, 1, 18).plusDays(Math.round(dice.uniform(-21, 21))),
                    dice.uniform(0.09, 0.18),
                    dice.uniform(11, 16)));
            all.add(new Wave(
                    EventKind.EPIDEMIC,
                    "Gastro-entérite " + (year - 1) + "-" + year,
                    LocalDate.of(year, 1, 5).plusDays(Math.round(dice.uniform(-14, 35))),
                    dice.uniform(0.03, 0.06),
                    dice.uniform(9, 13)));
            all.add(new Wave(
                    EventKind.CAMPAIGN,
                    "Vaccination contre la grippe " + year,
                    LocalDate.of(year, 10, 28),
                    VACCINATION,
                    10));
        }
        return new Waves(List.copyOf(all));
    }

    /** The share by which waves raise the calls of that day, 0 or more. */
    public double lift(LocalDate day) {
        double lift = 0;
        for (var wave : waves) {
            lift += wave.lift(day);
        }
        return lift;
    }

    /** The waves that touch a span of days (half-open), as events. */
    List<Event> events(LocalDate from, LocalDate until) {
        var events = new ArrayList<Event>();
        for (var wave : waves) {
            if (wave.starts().isBefore(until) && !wave.ends().isBefore(from)) {
                events.add(new Event(
                        "E%03d".formatted(events.size() + 1),
                        wave.starts(),
                        wave.ends(),
                        wave.kind(),
                        "all",
                        wave.name()));
            }
        }
        return events;
    }
}
