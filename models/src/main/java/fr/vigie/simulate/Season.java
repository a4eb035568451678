package fr.vigie.simulate;

import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a day does to the calls of everybody: weekday, time of year, school holidays of zone B, public holidays with
 * the days around them, the winter's epidemics, and vaccination.
 */
final class Season {
    /** A wave of illness or vaccination: calls rise by {@code height} at its peak and follow a bell. */
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

    private static final double[] WEEKDAY = {1.165, 1.02, 0.97, 0.98, 1.03, 0.36, 0.02};
    private static final double PUBLIC_HOLIDAY = 0.025;
    private static final double DAY_AFTER = 1.12;
    private static final double EVE = 1.03;
    private static final double BRIDGE = 0.80;
    private static final double SCHOOL_HOLIDAY = 0.93;
    private static final double SUMMER_HOLIDAY = 0.88;

    private static final double VACCINATION = 0.03;

    private final Set<LocalDate> holidays;
    private final List<Wave> waves;
    private final ServicePlan plan;

    Season(ServicePlan plan) {
        this.plan = plan;
        this.holidays = PublicHolidays.ofFrance(
                plan.from().minusDays(7),
                plan.until().plusDays(21).isAfter(plan.from().plusDays(372))
                        ? plan.until().plusDays(21)
                        : plan.from().plusDays(372));
        var all = new ArrayList<Wave>();
        for (int year = plan.from().getYear(); year <= plan.until().getYear() + 1; year++) {
            var dice = Dice.of(plan.seed(), Dice.Purpose.EPIDEMIC, year);
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
        this.waves = List.copyOf(all);
    }

    /** Whether the service answers on that day. */
    boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day);
    }

    boolean isSchoolHoliday(LocalDate day) {
        return SchoolHolidays.isHoliday(SchoolZone.B, day);
    }

    boolean isSummer(LocalDate day) {
        return day.getMonthValue() == 7 || day.getMonthValue() == 8;
    }

    /** The share by which waves raise the calls of that day. */
    double wave(LocalDate day) {
        double lift = 0;
        for (var wave : waves) {
            lift += wave.lift(day);
        }
        return lift;
    }

    /** Calls of that day relative to an ordinary Tuesday to Friday. */
    double factor(LocalDate day) {
        double year = 2 * StrictMath.PI * (day.getDayOfYear() - 25) / 365.25;
        double factor = 1 + 0.05 * StrictMath.cos(year);
        if (isSchoolHoliday(day)) {
            factor *= isSummer(day) ? SUMMER_HOLIDAY : SCHOOL_HOLIDAY;
        }
        factor *= 1 + wave(day);
        if (holidays.contains(day)) {
            return factor * PUBLIC_HOLIDAY;
        }
        factor *= WEEKDAY[day.getDayOfWeek().getValue() - 1];
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return factor;
        }
        if (isBridge(day)) {
            factor *= BRIDGE;
        } else if (holidays.contains(lastBefore(day))) {
            factor *= DAY_AFTER;
        } else if (holidays.contains(day.plusDays(1))) {
            factor *= EVE;
        }
        return factor;
    }

    /** The mean of {@link #factor} over the year that begins with the plan. */
    double yearlyMean() {
        double sum = 0;
        for (int i = 0; i < 365; i++) {
            sum += factor(plan.from().plusDays(i));
        }
        return sum / 365;
    }

    /** The waves that touch the simulated days. */
    List<Event> events() {
        var events = new ArrayList<Event>();
        for (var wave : waves) {
            if (wave.starts().isBefore(plan.until()) && !wave.ends().isBefore(plan.from())) {
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

    private boolean isBridge(LocalDate day) {
        return (day.getDayOfWeek() == DayOfWeek.MONDAY && holidays.contains(day.plusDays(1)))
                || (day.getDayOfWeek() == DayOfWeek.FRIDAY && holidays.contains(day.minusDays(1)))
                || (day.getDayOfWeek() == DayOfWeek.SATURDAY && holidays.contains(day.minusDays(1)));
    }

    /** The day before, the Saturday's for a Monday. */
    private static LocalDate lastBefore(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY ? day.minusDays(2) : day.minusDays(1);
    }
}
