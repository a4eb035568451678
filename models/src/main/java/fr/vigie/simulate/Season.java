package fr.vigie.simulate;

import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.input.Event;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a day does to the calls of everybody: weekday, time of year, school holidays of zone B, public holidays with
 * the days around them, the winter's epidemics, and vaccination.
 */
final class Season {
    private static final double[] WEEKDAY = {1.165, 1.02, 0.97, 0.98, 1.03, 0.36, 0.02};
    private static final double PUBLIC_HOLIDAY = 0.025;
    private static final double DAY_AFTER = 1.12;
    private static final double EVE = 1.03;
    private static final double BRIDGE = 0.80;
    private static final double SCHOOL_HOLIDAY = 0.93;
    private static final double SUMMER_HOLIDAY = 0.88;

    private final Set<LocalDate> holidays;
    private final Waves waves;
    private final ServicePlan plan;

    Season(ServicePlan plan) {
        this.plan = plan;
        this.holidays = PublicHolidays.ofFrance(
                plan.from().minusDays(7),
                plan.until().plusDays(21).isAfter(plan.from().plusDays(372))
                        ? plan.until().plusDays(21)
                        : plan.from().plusDays(372));
        this.waves = Waves.drawn(plan.seed(), plan.from(), plan.until());
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
        return waves.lift(day);
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
        return waves.events(plan.from(), plan.until());
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
