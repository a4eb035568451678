package fr.vigie.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * School holidays in metropolitan France from the school year 2023-24 to 2026-27.
 *
 * <p>Source: the school calendars set by the Ministry of Education (arrêtés of 7 December 2022 for 2023-24 to
 * 2025-26 and of December 2025 for 2026-27). A period runs from the first Saturday off to the day on which lessons
 * begin again, which is not part of it. Dates outside the table are lessons: {@link #covers} tells.
 */
public final class SchoolHolidays {
    private record Period(LocalDate from, LocalDate until) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private static final LocalDate FIRST = LocalDate.of(2023, 9, 4);
    private static final LocalDate LAST = LocalDate.of(2027, 8, 31);

    private static final List<Period> EVERYWHERE = List.of(
            period("2023-10-21", "2023-11-06"),
            period("2023-12-23", "2024-01-08"),
            period("2024-07-06", "2024-09-02"),
            period("2024-10-19", "2024-11-04"),
            period("2024-12-21", "2025-01-06"),
            period("2025-07-05", "2025-09-01"),
            period("2025-10-18", "2025-11-03"),
            period("2025-12-20", "2026-01-05"),
            period("2026-07-04", "2026-09-01"),
            period("2026-10-17", "2026-11-02"),
            period("2026-12-19", "2027-01-04"),
            period("2027-07-03", "2027-09-01"));

    private static final List<Period> ZONE_A = List.of(
            period("2024-02-17", "2024-03-04"),
            period("2024-04-13", "2024-04-29"),
            period("2025-02-22", "2025-03-10"),
            period("2025-04-19", "2025-05-05"),
            period("2026-02-07", "2026-02-23"),
            period("2026-04-04", "2026-04-20"),
            period("2027-02-13", "2027-03-01"),
            period("2027-04-10", "2027-04-26"));

    private static final List<Period> ZONE_B = List.of(
            period("2024-02-24", "2024-03-11"),
            period("2024-04-20", "2024-05-06"),
            period("2025-02-08", "2025-02-24"),
            period("2025-04-05", "2025-04-22"),
            period("2026-02-14", "2026-03-02"),
            period("2026-04-11", "2026-04-27"),
            period("2027-02-20", "2027-03-08"),
            period("2027-04-17", "2027-05-03"));

    private static final List<Period> ZONE_C = List.of(
            period("2024-02-10", "2024-02-26"),
            period("2024-04-06", "2024-04-22"),
            period("2025-02-15", "2025-03-03"),
            period("2025-04-12", "2025-04-28"),
            period("2026-02-21", "2026-03-09"),
            period("2026-04-18", "2026-05-04"),
            period("2027-02-06", "2027-02-22"),
            period("2027-04-03", "2027-04-19"));

    private SchoolHolidays() {}

    /** Whether the zone's schools are closed for holidays on that day. */
    public static boolean isHoliday(SchoolZone zone, LocalDate day) {
        var own =
                switch (zone) {
                    case A -> ZONE_A;
                    case B -> ZONE_B;
                    case C -> ZONE_C;
                };
        return EVERYWHERE.stream().anyMatch(p -> p.contains(day))
                || own.stream().anyMatch(p -> p.contains(day));
    }

    /** Whether the table knows that day. */
    public static boolean covers(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static Period period(String from, String until) {
        return new Period(LocalDate.parse(from), LocalDate.parse(until));
    }
}
