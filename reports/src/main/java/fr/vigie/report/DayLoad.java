package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The half-hours expected on one day, and how sure their sum is, where that is known. */
record DayLoad(LocalDate day, List<ExpectedLoad> halfHours, Optional<ExpectedTotal> interval) {

    /** The days of a forecast, in order. */
    static List<DayLoad> of(List<ExpectedLoad> expected, List<ExpectedTotal> totals) {
        var days = new TreeMap<LocalDate, List<ExpectedLoad>>();
        expected.forEach(load ->
                days.computeIfAbsent(load.day(), day -> new ArrayList<>()).add(load));
        return days.entrySet().stream()
                .map(day -> new DayLoad(day.getKey(), day.getValue(), ofDay(day.getKey(), totals)))
                .toList();
    }

    private static Optional<ExpectedTotal> ofDay(LocalDate day, List<ExpectedTotal> totals) {
        return totals.stream()
                .filter(total -> total.days() == 1 && total.day().equals(day))
                .findFirst();
    }

    double mean() {
        return halfHours.stream().mapToDouble(ExpectedLoad::mean).sum();
    }

    /** The half-hour that starts at a minute of the day, if it is open. */
    Optional<ExpectedLoad> at(int minute) {
        return halfHours.stream().filter(load -> load.minute() == minute).findFirst();
    }

    ExpectedLoad busiest() {
        return halfHours.stream()
                .max(Comparator.comparingDouble(ExpectedLoad::mean))
                .orElseThrow();
    }
}
