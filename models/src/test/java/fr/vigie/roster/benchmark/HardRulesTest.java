package fr.vigie.roster.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardRulesTest {
    private static final ShiftProblem PROBLEM = SmallProblem.problem();

    @ParameterizedTest
    @CsvSource({
        "EEE...., ...EEE.",
        "EEL...., .EEE...",
        // Work and rest at an edge go on beyond it.
        "E..EE.., EE.....",
        ".EE..., ....EE.",
    })
    void schedulesThatKeepTheRulesAreFeasible(String a, String b) {
        // Shorter rows are filled with days off.
        var schedule = SmallProblem.schedule((a + ".......").substring(0, 7), b);
        assertEquals(List.of(), HardRules.brokenBy(PROBLEM, schedule));
    }

    @ParameterizedTest
    @CsvSource({
        "EEE...., ....EEE, B works on days that must be free (1).",
        "ELE...., ...EEE., A works shifts that may not follow one another (1).",
        "ELL...., ...EEE., A works a shift more often than allowed (1).",
        "EE..EE., ...EEE., A works too many minutes (480).",
        "E......, ...EEE., A works too few minutes (480).",
        "EEEE..., ...EEE., A works too many days in a row (1).",
        "E..E.., ...EEE., A works too few days in a row (1).",
        "EE.E..., ...EEE., A has too few days off in a row (1).",
        "....EE., ...EEE., A works on too many weekends (1).",
    })
    void eachRuleNamesWhoBreaksItAndByHowMuch(String a, String b, String sentence) {
        var broken = HardRules.brokenBy(PROBLEM, SmallProblem.schedule((a + ".").substring(0, 7), b));
        assertEquals(1, broken.stream().filter(sentence::equals).count(), broken::toString);
    }

    @Test
    void excessIsZeroOnlyForARowThatKeepsAllRules() {
        var legal = SmallProblem.schedule("EEE....", "...EEE.").toArray();
        assertEquals(0, HardRules.excess(PROBLEM, 0, legal[0]));
        // A day too many in a row, 480 minutes too many, which are one shift.
        var longer = SmallProblem.schedule("EEEE...", "...EEE.").toArray();
        assertEquals(2, HardRules.excess(PROBLEM, 0, longer[0]));
    }
}
