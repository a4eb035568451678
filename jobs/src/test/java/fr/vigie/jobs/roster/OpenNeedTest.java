package fr.vigie.jobs.roster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.StaffingRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is needed while lines are closed: Monday to Saturday from seven to seven, the south until noon. */
class OpenNeedTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final ServiceConfig SERVICE = VigieConfig.parse(
                    "service: { groups: { south: { monday: [ '07:00-12:00' ] } } }",
                    "test",
                    List.of(new Block("service", ServiceConfig.class)))
            .block(ServiceConfig.class);

    private static StaffingRow need(String group, LocalDate day, String start, int agents) {
        var startsAt = day.atTime(LocalTime.parse(start)).atZone(PARIS).toInstant();
        return Needed.halfHour(MONDAY, group, startsAt, day, agents);
    }

    private static void check(StaffingRow row) {
        OpenNeed.check(List.of(row), SERVICE);
    }

    @Test
    void aNeedWhileLinesAreOpenIsFine() {
        assertDoesNotThrow(() -> check(need("network", MONDAY, "07:00", 3)));
        assertDoesNotThrow(() -> check(need("network", MONDAY, "18:30", 3)));
        assertDoesNotThrow(() -> check(need("south", MONDAY, "11:30", 3)));
    }

    @Test
    void anIntervalOfWhichAMinuteIsOpenIsOpen() {
        assertDoesNotThrow(() -> check(need("network", MONDAY, "06:45", 1)));
        assertThrows(UserError.class, () -> check(need("network", MONDAY, "06:30", 1)));
    }

    @Test
    void aNeedWhileLinesAreClosedIsToldInOneLine() {
        var error = assertThrows(UserError.class, () -> check(need("network", MONDAY, "19:00", 3)));
        assertEquals(1, error.exitCode());
        assertTrue(
                String.valueOf(error.getMessage())
                        .startsWith(
                                "The staffing of network needs 3 operators on 2026-03-09 at 19:00, when lines are closed."),
                error::getMessage);
    }

    @Test
    void aGroupHasItsOwnHours() {
        assertThrows(UserError.class, () -> check(need("south", MONDAY, "12:00", 1)));
        assertDoesNotThrow(() -> check(need("north", MONDAY, "12:00", 1)));
    }

    @Test
    void nobodyIsNeededOnASundayNorOnAPublicHoliday() {
        assertThrows(UserError.class, () -> check(need("network", MONDAY.plusDays(6), "10:00", 1)));
        assertThrows(UserError.class, () -> check(need("network", LocalDate.of(2026, 5, 1), "10:00", 1)));
        assertDoesNotThrow(() -> check(need("network", MONDAY.plusDays(6), "10:00", 0)));
    }
}
