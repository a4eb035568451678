package fr.vigie.scenario;

import java.util.List;

/**
 * Changes that come together, one after the other in that order.
 *
 * @param name what people call it
 * @param texts each change as it is written, see {@link ChangeText}
 * @param changes the changes
 */
public record Scenario(String name, List<String> texts, List<Change> changes) {
    public Scenario {
        texts = List.copyOf(texts);
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The scenario '%s' changes nothing.\nMaybe write volume=+20%%.".formatted(name));
        }
    }

    /** A scenario of changes as people write them. */
    public static Scenario of(String name, List<String> texts) {
        return new Scenario(name, texts, texts.stream().map(ChangeText::parse).toList());
    }

    /** The plan with all changes: of the operators whom the plan has, or needs as it is. */
    public Plan applyTo(Plan plan, Conditions conditions) {
        var changed = plan;
        for (var change : changes) {
            // Hours that a change adds have their operators before the next one takes some away.
            changed = change.applyTo(conditions.staffed(changed), conditions);
        }
        return changed;
    }

    /** What the plan means with all changes. */
    public Outcome outcome(Plan plan, Conditions conditions) {
        return conditions.judge(applyTo(plan, conditions));
    }
}
