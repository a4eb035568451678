package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The half-hours expected on one day, with their sums. */
record DayLoad(LocalDate day, List<ExpectedLoad> halfHours) {

    /** The days of a forecast, in order. */
    static List<DayLoad> of(List<ExpectedLoad> expected) {
        var days = new TreeMap<LocalDate, List<ExpectedLoad>>();
        expected.forEach(load ->
                days.computeIfAbsent(load.day(), day -> new ArrayList<>()).add(load));
        return days.entrySet().stream()
                .map(day -> new DayLoad(day.getKey(), day.getValue()))
                .toList();
    }

    double mean() {
        return halfHours.stream().mapToDouble(ExpectedLoad::mean).sum();
    }

    /** The sum of the half-hours' lower ends: as if all of them were low together. */
    double low80() {
        return halfHours.stream().mapToDouble(ExpectedLoad::low80).sum();
    }

    double high80() {
        return halfHours.stream().mapToDouble(ExpectedLoad::high80).sum();
    }

    double low95() {
        return halfHours.stream().mapToDouble(ExpectedLoad::low95).sum();
    }

    double high95() {
        return halfHours.stream().mapToDouble(ExpectedLoad::high95).sum();
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
