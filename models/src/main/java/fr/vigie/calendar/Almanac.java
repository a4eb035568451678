package fr.vigie.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known long ahead about the days of a service.
 *
 * @param publicHolidays the public holidays, some days beyond both ends of what is asked
 * @param halfDays days on which work ends early; public holidays among them are public holidays
 * @param schoolZone the zone whose school holidays matter; empty when none do
 * @param occasions what else lifts or lowers calls, past and to come
 */
public record Almanac(
        Set<LocalDate> publicHolidays,
        Set<LocalDate> halfDays,
        Optional<SchoolZone> schoolZone,
        List<Occasion> occasions) {
    public Almanac {
        publicHolidays = Set.copyOf(publicHolidays);
        halfDays = Set.copyOf(halfDays);
        occasions = List.copyOf(occasions);
    }

    /** An almanac without occasions. */
    public Almanac(Set<LocalDate> publicHolidays, Set<LocalDate> halfDays, Optional<SchoolZone> schoolZone) {
        this(publicHolidays, halfDays, schoolZone, List.of());
    }

    /** An almanac without half-days. */
    public Almanac(Set<LocalDate> publicHolidays, Optional<SchoolZone> schoolZone) {
        this(publicHolidays, Set.of(), schoolZone);
    }

    /** An almanac without any special day. */
    public static Almanac none() {
        return new Almanac(Set.of(), Optional.empty());
    }

    /** The same days with other occasions. */
    public Almanac with(List<Occasion> others) {
        return new Almanac(publicHolidays, halfDays, schoolZone, others);
    }

    /** What the day is with regard to holidays. */
    public SpecialDay kind(LocalDate day) {
        if (publicHolidays.contains(day)) {
            return SpecialDay.PUBLIC_HOLIDAY;
        }
        if (halfDays.contains(day)) {
            return SpecialDay.HALF_DAY;
        }
        if (isBridge(day)) {
            return SpecialDay.BRIDGE;
        }
        boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
        var before = day.minusDays(day.getDayOfWeek() == DayOfWeek.MONDAY ? 2 : 1);
        if (!sunday && (publicHolidays.contains(before) || publicHolidays.contains(day.minusDays(1)))) {
            return SpecialDay.DAY_AFTER;
        }
        return publicHolidays.contains(day.plusDays(1)) ? SpecialDay.EVE : SpecialDay.ORDINARY;
    }

    /** Whether schools are on holiday that day. */
    public boolean isSchoolHoliday(LocalDate day) {
        return schoolZone.filter(zone -> SchoolHolidays.isHoliday(zone, day)).isPresent();
    }

    private boolean isBridge(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> publicHolidays.contains(day.plusDays(1));
            case FRIDAY -> publicHolidays.contains(day.minusDays(1));
            default -> false;
        };
    }
}
