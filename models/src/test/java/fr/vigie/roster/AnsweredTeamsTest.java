package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnsweredTeamsTest {
    private static final List<String> GROUPS = List.of("A", "B", "C", "D");

    @Test
    void everybodyAnswersForANetwork() {
        var teams = AnsweredTeams.of(List.of("network"), List.of(operator("op1", "A|B")));
        assertEquals(List.of("network"), teams.of("op1"));
        assertEquals(List.of("network"), teams.of("somebody"));
        assertEquals(Map.of("network", 2), teams.whole("network", Map.of("op1", 1.0, "op2", 1.0, "op3", 0.5)));
    }

    @Test
    void theSkillsAreTheTeamsAndNoneThatIsNotThereCounts() {
        var teams = teams("B|A|closed", null);
        assertEquals(List.of("B", "A"), teams.of("op0"));
        assertEquals(0.5, teams.part("op0", "A"));
        assertEquals(List.of(), teams.of("op1"));
        assertEquals(0, teams.part("op1", "A"));
    }

    @Test
    void oneOfThreeTeamsIsOneAndNotNone() {
        assertEquals(Map.of("A", 1, "B", 0, "C", 0), whole("A|B|C"));
    }

    @Test
    void teamsHaveAsManyAsThereAre() {
        assertEquals(Map.of("A", 1, "B", 1, "C", 0), whole("A|B|C", "A|B|C"));
        assertEquals(Map.of("A", 1, "B", 1, "C", 1), whole("A|B|C", "A|B|C", "A|B|C"));
        assertEquals(Map.of("A", 2, "B", 1, "C", 1), whole("A", "A|B", "B|C", "C|A"));
    }

    @Test
    void theLargestRemainderGoesFirst() {
        // 1/3, 5/6 and 5/6.
        assertEquals(Map.of("A", 0, "B", 1, "C", 1), whole("A|B|C", "B|C"));
    }

    @Test
    void nobodyIsLentToATeamWithoutThatSkill() {
        var teams = teams("A|B", "C", "D");
        var present = Map.of("op0", 1.0, "op1", 0.5, "op2", 0.5);
        assertEquals(Map.of("A", 1, "B", 0), teams.whole("A", present));
        assertEquals(Map.of("C", 0), teams.whole("C", present));
        // Nobody could answer for A all the time.
        assertEquals(Map.of("A", 0, "B", 1), teams("A|B", "B", "A").whole("A", Map.of("op1", 1.0, "op2", 0.5)));
    }

    private static Map<String, Integer> whole(String... skills) {
        var present = new TreeMap<String, Double>();
        for (int i = 0; i < skills.length; i++) {
            present.put("op" + i, 1.0);
        }
        return teams(skills).whole("A", present);
    }

    private static AnsweredTeams teams(@Nullable String... skills) {
        var operators = new ArrayList<Operator>();
        for (int i = 0; i < skills.length; i++) {
            operators.add(operator("op" + i, skills[i]));
        }
        return AnsweredTeams.of(GROUPS, operators);
    }

    private static Operator operator(String id, @Nullable String skills) {
        return new Operator(id, null, 35.0, null, null, null, null, skills, null);
    }
}
