package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What if: scenarios by name.
 *
 * @param eurosPerHour what a paid hour of an operator costs, zero or more
 * @param cases the changes of each scenario, as {@link fr.vigie.scenario.ChangeText} reads them
 */
public record ScenariosConfig(double eurosPerHour, Map<String, List<String>> cases) {
    public ScenariosConfig {
        cases = new TreeMap<>(cases);
        if (!(eurosPerHour >= 0 && eurosPerHour < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The cost of an hour (%s) must be zero or more.\nMaybe set scenarios.euros-per-hour to 22."
                            .formatted(eurosPerHour));
        }
        if (cases.containsKey(ScenarioRow.BASE)) {
            throw new IllegalArgumentException(
                    "No scenario can be named 'base': that is the week as it is.\nMaybe take another name.");
        }
        cases.forEach(Scenario::of);
    }

    /** The scenarios in alphabetical order. */
    List<Scenario> scenarios() {
        return cases.entrySet().stream()
                .map(each -> Scenario.of(each.getKey(), each.getValue()))
                .toList();
    }
}
