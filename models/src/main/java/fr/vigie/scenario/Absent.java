package fr.vigie.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Operators who do not come: at every moment so many fewer are there, taken one by one from the team that then has
 * most; nobody is missing where nobody was.
 *
 * @param operators how many, at least 1
 */
public record Absent(int operators) implements Change {
    public Absent {
        Check.positive("number of operators absent", operators);
    }

    @Override
    public Plan applyTo(Plan plan, Conditions conditions) {
        var moments = new TreeMap<LocalDateTime, List<PlannedInterval>>();
        plan.intervals().forEach(interval -> moments.computeIfAbsent(interval.startsAt(), start -> new ArrayList<>())
                .add(interval));
        moments.values().forEach(this::takeAway);
        return plan.with(moments.values().stream().flatMap(List::stream).toList(), plan.ledger());
    }

    private void takeAway(List<PlannedInterval> teams) {
        for (int k = 0; k < operators; k++) {
            var largest = teams.stream()
                    .max(Comparator.comparingInt(PlannedInterval::present))
                    .orElseThrow();
            if (largest.present() > 0) {
                teams.set(teams.indexOf(largest), largest.withPresent(largest.present() - 1));
            }
        }
    }
}
