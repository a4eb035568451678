package fr.vigie.jobs.staffing;

import fr.vigie.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The calls of the months to come if nothing grew: the forecast's weekdays on the open days of each month, times the season
 * that the year before had. A weekday that the forecast does not reach, such as that of two holidays a week apart, has as many
 * calls beside the others as in the year before; where that year does not know it either, as many as the others' mean.
 *
 * @param forecast calls forecast by day, at least one day
 * @param yearBefore calls by day of the year before the forecast; a season is learnt where nearly all of it is there
 */
record MonthlyCalls(Map<LocalDate, Double> forecast, Map<LocalDate, Double> yearBefore) {
    /** A year of open days has at least so many: six days a week but for holidays, five for some. */
    private static final int DAYS_OF_A_YEAR = 240;

    private static final int MONTHS = 12;

    /**
     * The calls of some months.
     *
     * @param first the first month
     * @param months how many
     * @param hours when lines are open
     */
    List<Double> of(YearMonth first, int months, OpeningHours hours) {
        var weekdays = week();
        var season = season();
        double now = forecast.keySet().stream()
                .mapToDouble(day -> season.getOrDefault(day.getMonth(), 1.0))
                .average()
                .orElse(1);
        return IntStream.range(0, months)
                .mapToObj(first::plusMonths)
                .map(month -> month.atDay(1)
                                .datesUntil(month.plusMonths(1).atDay(1))
                                .filter(day -> !hours.on(day).isEmpty())
                                .mapToDouble(day -> weekdays.get(day.getDayOfWeek()))
                                .sum()
                        * season.getOrDefault(month.getMonth(), 1.0)
                        / now)
                .toList();
    }

    /**
     * How many times the calls of the weekdays that the forecast reaches a whole week has: 1 where it reaches all that are open
     * in some months.
     *
     * @param first the first month
     * @param months how many
     * @param hours when lines are open
     */
    double wholeWeek(YearMonth first, int months, OpeningHours hours) {
        var weekdays = week();
        var reached = byWeekday(forecast).keySet();
        double known = reached.stream().mapToDouble(weekdays::get).sum();
        double missing = first.atDay(1)
                .datesUntil(first.plusMonths(months).atDay(1))
                .filter(day -> !hours.on(day).isEmpty())
                .map(LocalDate::getDayOfWeek)
                .distinct()
                .filter(day -> !reached.contains(day))
                .mapToDouble(weekdays::get)
                .sum();
        return 1 + (known > 0 ? missing / known : 0);
    }

    /** The calls of each weekday when lines are open. */
    private Map<DayOfWeek, Double> week() {
        var known = byWeekday(forecast);
        var usual = byWeekday(openDays());
        var both = known.keySet().stream().filter(usual::containsKey).toList();
        double growth = mean(both, known) / mean(both, usual);
        double ofAny = mean(known.keySet(), known);
        var week = new EnumMap<>(known);
        for (var day : DayOfWeek.values()) {
            var before = both.isEmpty() ? null : usual.get(day);
            week.putIfAbsent(day, before == null ? ofAny : before * growth);
        }
        return week;
    }

    private static double mean(Collection<DayOfWeek> days, Map<DayOfWeek, Double> calls) {
        return days.stream().mapToDouble(calls::get).average().orElse(0);
    }

    private static EnumMap<DayOfWeek, Double> byWeekday(Map<LocalDate, Double> days) {
        return days.entrySet().stream()
                .collect(Collectors.groupingBy(
                        day -> day.getKey().getDayOfWeek(),
                        () -> new EnumMap<>(DayOfWeek.class),
                        Collectors.averagingDouble(Map.Entry::getValue)));
    }

    /** Calls of an open day by month, beside those of any; empty where the year before is not known. */
    private Map<Month, Double> season() {
        var open = openDays();
        var days = open.entrySet().stream()
                .collect(Collectors.groupingBy(
                        day -> day.getKey().getMonth(),
                        () -> new EnumMap<Month, Double>(Month.class),
                        Collectors.averagingDouble(Map.Entry::getValue)));
        if (open.size() < DAYS_OF_A_YEAR || days.size() < MONTHS) {
            return Map.of();
        }
        double mean = days.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        days.replaceAll((month, calls) -> calls / mean);
        return days;
    }

    /** The days of the year before with a call. */
    private Map<LocalDate, Double> openDays() {
        return yearBefore.entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
