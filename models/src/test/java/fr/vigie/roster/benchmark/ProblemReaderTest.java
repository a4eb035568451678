package fr.vigie.roster.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReaderTest {
    @Test
    void everySectionIsRead() {
        var problem = SmallProblem.problem();
        assertEquals(7, problem.days());
        assertEquals(
                List.of(new ShiftType("E", 480, Set.of()), new ShiftType("L", 480, Set.of("E"))), problem.shifts());
        assertEquals(
                new StaffMember("A", List.of(7, 1), 1440, 960, 3, 2, 2, 0, Set.of(6)),
                problem.staff().get(0));
        assertEquals(
                List.of(
                        new Wish(Wish.Kind.ON, 0, 0, 0, 5),
                        new Wish(Wish.Kind.ON, 1, 0, 0, 3),
                        new Wish(Wish.Kind.OFF, 1, 5, 1, 2)),
                problem.wishes());
        assertEquals(7, problem.covers().size());
        assertEquals(new Cover(2, 0, 1, 100, 1), problem.covers().get(2));
        assertFalse(problem.mayFollow(1, 0), "early after late");
        assertTrue(problem.mayFollow(0, 1), "late after early");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "L,480,E; L,480,X; The shift X, which may not follow L, is unknown.",
                "L,480,E; L,eight,E; line 7: 'eight' is no whole number",
                "L,480,E; L,0,E; line 7: 0 is not between 1 and 1000000",
                "L,480,E; E,480,; line 7: the shift E stands there twice",
                "A,0,E,5; C,0,E,5; line 19: the employee 'C' is unknown",
                "A,0,E,5; A,7,E,5; line 19: the day 7 is not in the horizon of 7 days, which count from 0",
                "A,0,E,5; A,0,N,5; line 19: the shift 'N' is unknown",
                "A,0,E,5; A,0,E; line 19: 3 fields are too few, the first is 'A'",
                "A,0,E,5; A,0,E,-5; line 19: -5 is not between 0 and 1000000",
                "E=7|L=1; E=7; line 11: the most shifts do not name L",
                "1440,960,3; 1440,1960,3; line 11: A must work at least 1960 and at most 1440 minutes, which contradict.",
                "1440,960,3; 1440,960,1; line 11: A must work at least 2 and at most 1 days in a row, which contradict.",
                "1,E,1,100,1; 0,E,1,100,1; line 27: the cover of day 0 and shift E stands there twice",
                "SECTION_COVER; SECTION_COVERS; line 25: the section 'COVERS' is unknown",
                "SECTION_DAYS_OFF; SECTION_STAFF; line 14: the section STAFF stands there twice",
                "SECTION_HORIZON; HORIZON; line 2: 'HORIZON' stands before any section",
            })
    void whatIsWrongIsNamedWithItsLine(String right, String wrong, String message) {
        var text = String.join("\n", SmallProblem.lines());
        assertTrue(text.contains(right), right);
        var lines = text.replaceFirst(Pattern.quote(right), wrong).lines().toList();
        var error = assertThrows(IllegalArgumentException.class, () -> ProblemReader.read(lines));
        assertEquals(message, error.getMessage());
    }

    @Test
    void aTextWithoutItsSectionsIsNoInstance() {
        var error = assertThrows(IllegalArgumentException.class, () -> ProblemReader.read(List.of("# nothing")));
        assertTrue(error.getMessage().startsWith("the section SECTION_HORIZON is missing"), error::getMessage);
    }
}
