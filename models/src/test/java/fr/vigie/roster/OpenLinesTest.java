package fr.vigie.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.OpeningHours.Stretch;
import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Calls are answered while lines are open. */
class OpenLinesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    static final OpeningHours SEVEN_TO_SEVEN = open("07:00-19:00", Set.of(MONDAY.plusDays(1)));

    static OpeningHours open(String stretch, Set<LocalDate> closed) {
        Map<DayOfWeek, List<Stretch>> hours = Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.SUNDAY)
                .collect(Collectors.toMap(Function.identity(), day -> List.of(Stretch.parse(stretch))));
        return new OpeningHours(hours, closed);
    }

    private static Shift piece(LocalDate day, int from, int until, Activity activity) {
        return new Shift(
                "a",
                day.atTime(from, 0).atZone(PARIS).toInstant(),
                day.atTime(until, 0).atZone(PARIS).toInstant(),
                activity);
    }

    private static List<String> told(Shift piece, OpeningHours... hours) {
        return new OpenLines(List.of(hours), PARIS)
                .violations(List.of(piece)).stream().map(Violation::toString).toList();
    }

    @Test
    void callsAfterClosingAreTold() {
        assertEquals(
                List.of("a on 2026-03-09: 1 h 00 on calls while lines are closed"
                        + " (calls-only-while-lines-are-open, roster)"),
                told(piece(MONDAY, 17, 20, Activity.CALLS), SEVEN_TO_SEVEN));
    }

    @Test
    void aClosedDayHasNoCalls() {
        assertEquals(
                1,
                told(piece(MONDAY.plusDays(1), 8, 10, Activity.CALLS), SEVEN_TO_SEVEN)
                        .size());
        assertEquals(
                1,
                told(piece(MONDAY.plusDays(6), 8, 10, Activity.CALLS), SEVEN_TO_SEVEN)
                        .size());
    }

    @Test
    void openHoursAndOtherWorkAreQuiet() {
        assertEquals(List.of(), told(piece(MONDAY, 7, 19, Activity.CALLS), SEVEN_TO_SEVEN));
        assertEquals(List.of(), told(piece(MONDAY, 19, 21, Activity.TRAINING), SEVEN_TO_SEVEN));
        assertEquals(
                List.of(), told(piece(MONDAY, 19, 20, Activity.CALLS), SEVEN_TO_SEVEN, open("19:00-20:00", Set.of())));
    }
}
