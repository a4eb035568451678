package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.forecast.Footing;
import fr.vigie.input.Practitioner;
import fr.vigie.jobs.lake.PracticeRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewcomersTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 30);
    private static final LocalDate LONG_AGO = AS_OF.minusYears(1);
    private static final List<PracticeRow> KNOWN = List.of(
            practice("g1", "general", "north", LONG_AGO, null),
            practice("g2", "general", "north", LONG_AGO, null),
            practice("g3", "general", "north", LONG_AGO, null),
            practice("s1", "dental", "south", LONG_AGO, null),
            practice("s2", "dental", "south", LONG_AGO, null),
            practice("s3", "dental", "south", LONG_AGO, null));
    private static final Map<String, Double> CALLS =
            Map.of("g1", 10.0, "g2", 20.0, "g3", 30.0, "s1", 4.0, "s2", 5.0, "s3", 7.0);

    private static PracticeRow practice(
            String id,
            @Nullable String specialty,
            @Nullable String group,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        return new PracticeRow(id, id, "35000", specialty, since, until, group, null, null, null, List.of());
    }

    private static Newcomers with(PracticeRow more, Practitioner... doctors) {
        return with(CALLS, more, doctors);
    }

    private static Newcomers with(Map<String, Double> calls, PracticeRow more, Practitioner... doctors) {
        var practices = new ArrayList<>(KNOWN);
        practices.add(more);
        var clients = practices.stream()
                .collect(Collectors.toMap(
                        PracticeRow::practiceId,
                        each -> ForecastPlan.Client.of(each.clientSince(), each.clientUntil())));
        return Newcomers.of(practices, List.of(doctors), calls, clients, AS_OF, AS_OF.plusWeeks(2));
    }

    private static double callsPerDay(Newcomers newcomers) {
        var kin = newcomers.expected().get("x");
        return kin == null ? 0 : kin.callsPerDay();
    }

    private static Practitioner doctor(String id, String practice, double share) {
        return new Practitioner(id, practice, null, share, null, null);
    }

    @Test
    void isLikeItsSpecialtyInItsGroup() {
        assertEquals(20, callsPerDay(with(practice("x", "general", "north", AS_OF.plusDays(3), null))));
        assertEquals(5, callsPerDay(with(practice("x", "dental", "south", AS_OF.plusDays(3), null))));
    }

    @Test
    void isLikeItsSpecialtyElsewhereOrElseLikeItsGroup() {
        assertEquals(5, callsPerDay(with(practice("x", "dental", "north", AS_OF, null))));
        assertEquals(20, callsPerDay(with(practice("x", "eyes", "north", AS_OF, null))));
        assertEquals(20, callsPerDay(with(practice("x", null, "north", AS_OF, null))));
    }

    @Test
    void isAsLargeAsItsDoctorsAre() {
        var newcomers = with(
                practice("x", "general", "north", AS_OF, null),
                doctor("a", "g1", 1),
                doctor("b", "g2", 1),
                doctor("c", "g2", 1),
                doctor("d", "g3", 2),
                doctor("e", "x", 1),
                doctor("f", "x", 0.5));
        // 10, 10 and 15 a doctor.
        assertEquals(15, callsPerDay(newcomers));
    }

    @Test
    void whoHasNoForecastHasAReason() {
        assertEquals(
                Map.of("x", Footing.LEFT),
                with(practice("x", "general", "north", LONG_AGO, AS_OF.minusDays(1)))
                        .without());
        assertEquals(
                Map.of("x", Footing.NEVER_CALLED),
                with(practice("x", "general", "north", LONG_AGO, null)).without());
        assertEquals(
                Map.of("x", Footing.NEVER_CALLED),
                with(practice("x", "general", "north", null, null)).without());
        assertEquals(
                Map.of("x", Footing.UNKNOWN_KIND),
                with(practice("x", "general", "east", AS_OF, null)).without());
    }

    @Test
    void whoStaysSilentAsAClientIsExpectedLessByTheDayAndWithMoreDoubt() {
        double doubt = 0;
        for (int day = 0; day < 28; day++) {
            var kin = with(practice("x", "general", "north", AS_OF.minusDays(day), null))
                    .expected()
                    .get("x");
            assertNotNull(kin);
            assertEquals(20 * (28 - day) / 28.0, kin.callsPerDay(), 1e-9);
            assertTrue(kin.doubt() > doubt);
            doubt = kin.doubt();
        }
        assertEquals(
                Map.of("x", Footing.NEVER_CALLED),
                with(practice("x", "general", "north", AS_OF.minusDays(28), null))
                        .without());
    }

    @Test
    void whoHasCalledForFewDaysIsComparedWithOthersOfItsKind() {
        var calls = new HashMap<>(CALLS);
        calls.put("x", 500.0);
        var young = with(calls, practice("x", "general", "north", AS_OF.minusDays(2), null))
                .young()
                .get("x");
        assertNotNull(young);
        assertEquals(20, young.callsPerDay());
        assertEquals(
                Map.of(),
                with(calls, practice("x", "general", "north", AS_OF.minusDays(28), null))
                        .young());
    }

    @Test
    void whoLeftLongAgoIsToldNoMore() {
        assertEquals(
                Map.of(),
                with(practice("x", "general", "north", LONG_AGO, AS_OF.minusDays(183)))
                        .without());
    }

    @Test
    void whoComesAfterTheHorizonNeedsNeither() {
        var later = with(practice("x", "general", "north", AS_OF.plusWeeks(2), null));
        assertEquals(Map.of(), later.without());
        assertFalse(later.expected().containsKey("x"));
    }
}
