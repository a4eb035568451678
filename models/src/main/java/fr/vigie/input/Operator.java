package fr.vigie.input;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers calls.
 *
 * @param operatorId the person's id
 * @param name the person's name
 * @param contractHoursPerWeek hours a week
 * @param hiredOn first day
 * @param trainingStartedOn first day of training
 * @param leftOn last day
 * @param hourlyCost euros an hour
 * @param skills groups answered, separated by {@code |}
 * @param preferences wishes, free text
 */
public record Operator(
        @Key String operatorId,
        @Nullable String name,
        @Between(least = 0, most = 168) @Nullable Double contractHoursPerWeek,
        @Nullable LocalDate hiredOn,
        @Nullable LocalDate trainingStartedOn,
        @Nullable LocalDate leftOn,
        @Between(least = 0, most = 10_000) @Nullable Double hourlyCost,
        @Nullable String skills,
        @Nullable String preferences)
        implements InputRow {

    /** The groups answered, each once and in the order in which they are written; none where nobody says. */
    public List<String> groupsAnswered() {
        return skills == null
                ? List.of()
                : Arrays.stream(skills.split("\\|", -1))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .distinct()
                        .toList();
    }
}
