package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** People are told of changes in time. */
class NoticeTest {
    private static final Employee FULL = new Employee("full", 35 * 60);
    private static final Employee PART = new Employee("part", 24 * 60);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final Predicate<LocalDate> WEEKDAY =
            day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    private static final Notice BRANCH = new Notice(LabourProfile.IDCC_2098, WEEKDAY);
    private static final Notice LAW = new Notice(LabourProfile.CODE_DU_TRAVAIL, WEEKDAY);

    @Test
    void partTimeHasSevenWorkingDays() {
        // From that Monday the seven working days are those until the Tuesday after.
        assertTrue(BRANCH.tooShort(PART, MONDAY, MONDAY.plusDays(9)).isEmpty());
        assertEquals(
                "part on 2026-03-17: told 6 working days ahead instead of 7"
                        + " (part-time-notice-of-7-working-days, C. trav. L3123-31)",
                BRANCH.tooShort(PART, MONDAY, MONDAY.plusDays(8)).orElseThrow().toString());
    }

    @Test
    void fullTimeHasThreeDaysByTheBranchAndSevenByLaw() {
        assertTrue(BRANCH.tooShort(FULL, MONDAY, MONDAY.plusDays(3)).isEmpty());
        assertTrue(BRANCH.tooShort(FULL, MONDAY, MONDAY.plusDays(2)).isPresent());
        assertTrue(LAW.tooShort(FULL, MONDAY, MONDAY.plusDays(7)).isEmpty());
        assertEquals(
                "C. trav. L3121-47",
                LAW.tooShort(FULL, MONDAY, MONDAY.plusDays(6)).orElseThrow().article());
    }

    @Test
    void aDayThatIsOverWasNotTold() {
        assertEquals(
                "told 0 days ahead instead of 3",
                BRANCH.tooShort(FULL, MONDAY, MONDAY.minusDays(1)).orElseThrow().detail());
        assertTrue(BRANCH.tooShort(PART, MONDAY, MONDAY.minusDays(1)).isPresent());
    }
}
