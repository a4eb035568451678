package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Operator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a team can count on once a roster says who is planned for it. */
class PlacedTeamsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final List<String> GROUPS = List.of("A", "B");
    private static final List<Operator> OPERATORS = IntStream.range(0, 8)
            .mapToObj(i -> new Operator("op" + i, null, null, null, null, null, null, "A|B", null))
            .toList();
    private static final Map<String, Double> ALL_THERE =
            OPERATORS.stream().collect(Collectors.toMap(Operator::operatorId, operator -> 1.0));
    private static final Map<String, String> SIX_AND_TWO =
            IntStream.range(0, 8).boxed().collect(Collectors.toMap(i -> "op" + i, i -> i < 6 ? "A" : "B"));

    private static final PlacedTeams TEAMS = PlacedTeams.of(GROUPS, OPERATORS, Map.of(MONDAY, SIX_AND_TWO));

    @Test
    void aWeekWithARosterCountsAsItPlans() {
        var sunday = TEAMS.on(MONDAY.plusDays(6));
        assertEquals(Map.of("A", 6), sunday.whole("A", ALL_THERE));
        assertEquals(Map.of("B", 2), sunday.whole("B", ALL_THERE));
        assertEquals(1, sunday.part("op0", "A"));
        assertEquals(0, sunday.part("op0", "B"));
    }

    @Test
    void otherWeeksCountInEqualParts() {
        var equal = Map.of("A", 4, "B", 4);
        assertEquals(equal, TEAMS.on(MONDAY.minusDays(1)).whole("A", ALL_THERE));
        assertEquals(equal, TEAMS.on(MONDAY.plusDays(7)).whole("A", ALL_THERE));
    }

    @Test
    void whomTheRosterDoesNotPlaceAnswersForAllSkills() {
        var one = PlacedTeams.of(GROUPS, OPERATORS, Map.of(MONDAY, Map.of("op0", "A", "op1", "gone", "op9", "B")))
                .on(MONDAY);
        assertEquals(List.of("A"), one.of("op0"));
        assertEquals(List.of("A", "B"), one.of("op1"));
        assertEquals(List.of("B"), one.of("op9"), "whose skills nobody knows");
    }

    @Test
    void aNetworkIsOneTeamWhateverARosterSays() {
        var network = PlacedTeams.of(List.of("network"), OPERATORS, Map.of(MONDAY, SIX_AND_TWO));
        assertEquals(AnsweredTeams.network(), network.on(MONDAY));
    }
}
