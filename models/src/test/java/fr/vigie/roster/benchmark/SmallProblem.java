package fr.vigie.roster.benchmark;

import java.util.List;

/** Two people, three days of work each, a week of seven days of which nobody may work the last. */
public final class SmallProblem {
    /**
     * The sixth of the week's days needs the sixth and last of the shifts that they may work: with one person a day the
     * last day is missed (100) and one of the wishes for the first day, of which the cheaper one costs 3.
     */
    public static final long OPTIMUM = 103;

    private static final String TEXT =
            """
            # two people
            SECTION_HORIZON
            7

            SECTION_SHIFTS
            E,480,
            L,480,E

            SECTION_STAFF
            # ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, MinConsecutiveDaysOff, MaxWeekends
            A,E=7|L=1,1440,960,3,2,2,0
            B,E=7|L=0,1440,960,3,2,2,1

            SECTION_DAYS_OFF
            A,6
            B,6

            SECTION_SHIFT_ON_REQUESTS
            A,0,E,5
            B,0,E,3

            SECTION_SHIFT_OFF_REQUESTS
            B,5,L,2

            SECTION_COVER
            0,E,1,100,1
            1,E,1,100,1
            2,E,1,100,1
            3,E,1,100,1
            4,E,1,100,1
            5,E,1,100,1
            6,E,1,100,1
            """;

    private SmallProblem() {}

    /** The lines of the text. */
    public static List<String> lines() {
        return TEXT.lines().toList();
    }

    /** The problem itself. */
    public static ShiftProblem problem() {
        return ProblemReader.read(lines());
    }

    /** The days of A and of B, a letter each: the shift, or a point for a day off. */
    public static Schedule schedule(String a, String b) {
        return Schedule.of(new int[][] {row(a), row(b)});
    }

    private static int[] row(String days) {
        return days.chars()
                .map(letter -> letter == '.' ? Schedule.FREE : letter == 'E' ? 0 : 1)
                .toArray();
    }
}
