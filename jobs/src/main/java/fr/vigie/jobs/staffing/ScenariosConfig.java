package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What if: scenarios by name.
 *
 * @param cases the changes of each scenario, as {@link fr.vigie.scenario.ChangeText} reads them
 */
public record ScenariosConfig(Map<String, List<String>> cases) {
    public ScenariosConfig {
        cases = new TreeMap<>(cases);
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
