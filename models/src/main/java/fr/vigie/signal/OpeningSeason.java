package fr.vigie.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What all agendas do in a week: the median, over the doctors, of the minutes opened in proportion to each doctor's
 * own level, which is the median of the earlier weeks with their season taken out. Below ten doctors it is taken for 1.
 */
final class OpeningSeason {
    private static final int LEAST_DOCTORS = 10;
    private static final int LEAST_WEEKS = 4;

    private final Map<LocalDate, Double> index = new HashMap<>();

    static OpeningSeason of(WindDown signal, List<PracticeHistory> network) {
        var weeks = new TreeMap<LocalDate, NavigableMap<Integer, Integer>>();
        for (int doctor = 0; doctor < network.size(); doctor++) {
            var history = network.get(doctor);
            if (history.level() == signal.level()) {
                for (var week : history.weeks()) {
                    if (week.comparable(signal.excuses())) {
                        weeks.computeIfAbsent(week.monday(), monday -> new TreeMap<>())
                                .put(doctor, week.opening().minutes());
                    }
                }
            }
        }
        var season = new OpeningSeason();
        var pasts = new HashMap<Integer, List<Double>>();
        weeks.forEach((monday, minutes) -> season.learn(monday, minutes, pasts));
        return season;
    }

    private void learn(LocalDate monday, Map<Integer, Integer> minutes, Map<Integer, List<Double>> pasts) {
        var ratios = new ArrayList<Double>();
        minutes.forEach((doctor, opened) -> {
            var past = pasts.getOrDefault(doctor, List.of());
            double level = past.size() < LEAST_WEEKS ? 0 : Statistics.median(past);
            if (level > 0) {
                ratios.add(opened / level);
            }
        });
        double median = ratios.size() < LEAST_DOCTORS ? 1 : Statistics.median(ratios);
        index.put(monday, median);
        double divisor = median > 0 ? median : 1;
        minutes.forEach((doctor, opened) ->
                pasts.computeIfAbsent(doctor, first -> new ArrayList<>()).add(opened / divisor));
    }

    /** The week's minutes in proportion to an ordinary week's. */
    double of(LocalDate monday) {
        return index.getOrDefault(monday, 1.0);
    }
}
