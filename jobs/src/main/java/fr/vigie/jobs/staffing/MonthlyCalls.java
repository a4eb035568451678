package fr.vigie.jobs.staffing;

import fr.vigie.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The calls of the months to come if nothing grew: the forecast's weekdays on the open days of each month, times the season
 * that the year before had.
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
        var weekdays = forecast.entrySet().stream()
                .collect(Collectors.groupingBy(
                        day -> day.getKey().getDayOfWeek(),
                        () -> new EnumMap<>(DayOfWeek.class),
                        Collectors.averagingDouble(Map.Entry::getValue)));
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
                                .mapToDouble(day -> weekdays.getOrDefault(day.getDayOfWeek(), 0.0))
                                .sum()
                        * season.getOrDefault(month.getMonth(), 1.0)
                        / now)
                .toList();
    }

    /** Calls of an open day by month, beside those of any; empty where the year before is not known. */
    private Map<Month, Double> season() {
        var days = yearBefore.entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .collect(Collectors.groupingBy(
                        day -> day.getKey().getMonth(),
                        () -> new EnumMap<Month, Double>(Month.class),
                        Collectors.averagingDouble(Map.Entry::getValue)));
        long open = yearBefore.values().stream().filter(calls -> calls > 0).count();
        if (open < DAYS_OF_A_YEAR || days.size() < MONTHS) {
            return Map.of();
        }
        double mean = days.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        days.replaceAll((month, calls) -> calls / mean);
        return days;
    }
}
