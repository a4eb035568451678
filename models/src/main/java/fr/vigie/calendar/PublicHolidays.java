package fr.vigie.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public holidays of France, by department.
 *
 * <p>Eleven days in metropolitan France; thirteen in Moselle and Alsace (57, 67, 68: Good Friday and 26 December);
 * twelve or so overseas, where the holiday library knows the departments as countries of their own.
 */
public final class PublicHolidays {
    private PublicHolidays() {}

    /**
     * The public holidays of the whole of metropolitan France.
     *
     * @param from first day
     * @param until day after the last
     * @return the holidays within, in order
     */
    public static Set<LocalDate> ofFrance(LocalDate from, LocalDate until) {
        return of("fr", new String[0], from, until);
    }

    /**
     * The public holidays of a department.
     *
     * @param department INSEE code of the department, e.g. {@code 59}, {@code 67}, {@code 974}
     * @param from first day
     * @param until day after the last
     * @return the holidays within, in order
     */
    public static Set<LocalDate> ofDepartment(String department, LocalDate from, LocalDate until) {
        return switch (department) {
            case "57", "67", "68" -> of("fr", new String[] {department}, from, until);
            case "971" -> of("gp", new String[0], from, until);
            case "972" -> of("mq", new String[0], from, until);
            case "973" -> of("gf", new String[0], from, until);
            case "974" -> of("re", new String[0], from, until);
            case "976" -> of("yt", new String[0], from, until);
            default -> ofFrance(from, until);
        };
    }

    private static Set<LocalDate> of(String country, String[] subdivision, LocalDate from, LocalDate until) {
        var manager = HolidayManager.getInstance(ManagerParameters.create(country));
        var days = new TreeSet<LocalDate>();
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            for (var holiday : manager.getHolidays(Year.of(year), subdivision)) {
                var day = holiday.getDate();
                if (!day.isBefore(from) && day.isBefore(until)) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
