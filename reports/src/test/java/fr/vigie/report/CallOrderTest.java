package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CallOrderTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 23);

    @Test
    void practicesWithMostAlertsComeFirstAndTheirAlertsStayTogether() {
        var order = order(
                alert("a", "P1", "open", 0.999, true),
                alert("b", "P2", "open", 0.8, true),
                alert("c", "P2", "open", 0.9, true));
        assertEquals(List.of("c", "b", "a"), order);
    }

    @Test
    void ofTheRestTheSurestComesFirst() {
        assertEquals(
                List.of("b", "a"), order(alert("a", "P1", "open", 0.8, true), alert("b", "P2", "open", 0.9, true)));
    }

    @Test
    void thenThePracticeWithMostCalls() {
        assertEquals(
                List.of("b", "a"), order(alert("a", "P1", "open", 0.9, true), alert("b", "P9", "open", 0.9, true)));
    }

    @Test
    void whatSomebodyHasTakenOrIsOverComesLast() {
        assertEquals(
                "c",
                order(
                                alert("a", "P1", "acknowledged", 0.999, true),
                                alert("b", "P2", "open", 0.999, false),
                                alert("c", "P3", "open", 0.5, true))
                        .get(0));
    }

    private static List<String> order(AccountAlert... alerts) {
        var large = new Account(
                "P9",
                "Cabinet du Port",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(500),
                OptionalInt.empty(),
                Optional.empty());
        return CallOrder.of(List.of(alerts), Map.of("P9", large)).stream()
                .map(AccountAlert::alertId)
                .toList();
    }

    private static AccountAlert alert(String id, String practice, String state, double probability, boolean on) {
        return new AccountAlert(
                id,
                practice,
                "refusal",
                state,
                "Des transferts sont refusés.",
                OptionalDouble.of(probability),
                AS_OF.minusWeeks(2),
                Optional.empty(),
                List.of(new AccountAlert.Reading(
                        AS_OF,
                        9,
                        30,
                        OptionalDouble.of(0.1),
                        OptionalDouble.empty(),
                        on ? Optional.of(AS_OF.minusWeeks(6)) : Optional.empty())));
    }
}
