package fr.vigie.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.simulate.Planted;
import fr.vigie.simulate.Truth;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the signals find of what a simulated service of 250 practices hides, over thirteen months with their winter. */
class PlantedChangesTest {
    private static final LocalDate FROM = LocalDate.of(2025, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);
    private static final Map<Planted, String> FOUND_BY = Map.of(
            Planted.REFUSAL, "refusal",
            Planted.WIND_DOWN, "wind-down",
            Planted.STRESS, "stress",
            Planted.SATURATION, "saturation");
    private static final Watch WATCH =
            new Watch(List.of(Refusal.DEFAULT, Saturation.DEFAULT, Stress.DEFAULT, WindDown.DEFAULT), 0.5);

    @Test
    void everyPlantedChangeIsFoundWithinWeeksAndLittleElseIs() {
        var service = SimulatedService.of(5, FROM, UNTIL);
        var alerts = Alerts.of(WATCH.read(service.histories()), List.of());
        var changes = service.truths().stream()
                .filter(truth -> truth.kind().isChange())
                .collect(Collectors.toMap(Truth::practiceId, truth -> truth, (a, b) -> a, TreeMap::new));
        assertEquals(11, changes.size());
        var weeks = new ArrayList<Long>();
        for (var change : changes.values()) {
            var first = alerts.stream()
                    .filter(alert -> alert.evidence().practiceId().equals(change.practiceId()))
                    .filter(alert -> alert.evidence().signal().equals(FOUND_BY.get(change.kind())))
                    .map(Alert::openedOn)
                    .filter(day -> day.isAfter(change.from()))
                    .findFirst();
            assertTrue(first.isPresent(), change::toString);
            weeks.add(ChronoUnit.WEEKS.between(change.from(), first.get()));
        }
        long others = alerts.stream()
                .filter(alert -> !changes.containsKey(alert.evidence().practiceId()))
                .count();
        weeks.sort(null);
        long median = weeks.get(weeks.size() / 2);
        System.out.printf(
                "Planted changes: median %d weeks, last %d, %d other alerts%n", median, weeks.get(10), others);
        assertTrue(median <= 10, () -> "half of them after " + median + " weeks");
        assertTrue(others <= 2, others + " alerts where nothing was planted");
    }
}
