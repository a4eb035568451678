package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.roster.TeamConflicts;
import fr.vigie.roster.Conflict;
import fr.vigie.roster.Demand;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager reads of a roster that cannot be. */
class ConflictWordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final Conflict OF_NEED = new Conflict(
            List.of(new Demand.NeedOf(MONDAY), new Demand.Leave("OP003", MONDAY), new Demand.ContractHours()),
            List.of(new Conflict.Gap(
                    MONDAY.atTime(10, 0).atZone(PARIS).toInstant(),
                    MONDAY.atTime(11, 15).atZone(PARIS).toInstant(),
                    5)),
            List.of(
                    new Conflict.Relief(new Demand.Leave("OP003", MONDAY), 0),
                    new Conflict.Relief(new Demand.ContractHours(), 2)));
    private static final Conflict OF_A_PERSON = new Conflict(
            List.of(new Demand.RestBefore("OP004"), new Demand.Fixed("OP004", MONDAY)), List.of(), List.of());

    private static List<String> lines(String language, int under, Conflict... conflicts) {
        return new ConflictWords(Locale.forLanguageTag(language))
                .lines(new TeamConflicts("network", under, List.of(conflicts), PARIS));
    }

    @Test
    void saysWhatContradictsWhatWhereSomebodyIsMissingAndTheLeastToGiveUp() {
        assertEquals(
                List.of(
                        "Équipe network : il manque 5 quarts d'heure de travail au téléphone.",
                        "Ces demandes ne peuvent pas être tenues ensemble :",
                        "  - couvrir tout le besoin du lundi 9 mars",
                        "  - l'absence de OP003 le lundi 9 mars",
                        "  - ne planifier personne au-delà des heures de son contrat",
                        "Il manque quelqu'un :",
                        "  - lundi 9 mars de 10:00 à 11:15 (5 quarts d'heure)",
                        "Le moins à céder : l'absence de OP003 le lundi 9 mars. Il ne manquerait plus rien."),
                lines("fr", 5, OF_NEED));
    }

    @Test
    void saysItInEnglishToo() {
        var lines = lines("en", 5, OF_NEED);
        assertEquals("Team network: 5 quarters of an hour on the telephone are missing.", lines.get(0));
        assertEquals("  - to cover the whole need of Monday 9 March", lines.get(2));
        assertEquals(
                "The least to give up: the absence of OP003 on Monday 9 March. Nothing would be missing.",
                lines.get(lines.size() - 1));
    }

    @Test
    void whatIsStillMissingIsSaid() {
        var conflict = new Conflict(
                OF_NEED.demands(), OF_NEED.hours(), List.of(new Conflict.Relief(new Demand.PaidBreaks(), 3)));
        var last = lines("en", 5, conflict).get(7);
        assertTrue(last.endsWith("At least 3 quarters of an hour would still be missing."), last);
        assertTrue(last.contains("art. 6"), last);
    }

    @Test
    void ofAPersonAnyDemandGivenUpIsEnough() {
        var lines = lines("fr", 0, OF_A_PERSON);
        assertEquals("Équipe network : tout le besoin est couvert.", lines.get(0));
        assertTrue(lines.get(2).contains("L3131-1"), lines::toString);
        assertEquals("Renoncer à l'une d'elles, n'importe laquelle, suffit.", lines.get(lines.size() - 1));
    }

    @Test
    void whatIsNotProvenIsNotCalledInevitable() {
        assertTrue(lines("fr", 4).get(1).startsWith("Rien ne prouve que ce soit inévitable"));
        assertEquals(1, lines("fr", 0).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyDemandHasItsWords(String language) {
        var all = Stream.of(
                        new Demand.NeedOf(MONDAY),
                        new Demand.Leave("OP001", MONDAY),
                        new Demand.ContractHours(),
                        new Demand.TwelveWeeks(),
                        new Demand.YearlyOvertime(70, "C. trav. L3121-33"),
                        new Demand.FixedWork(MONDAY),
                        new Demand.PaidBreaks(),
                        new Demand.Fixed("OP001", MONDAY),
                        new Demand.RestBefore("OP001"),
                        new Demand.HoursOwed("OP001"))
                .map(demand -> lines(language, 1, new Conflict(List.of(demand), List.of(), List.of()))
                        .get(2))
                .toList();
        assertEquals(all.size(), all.stream().distinct().count(), all::toString);
        assertFalse(all.stream().anyMatch(line -> line.contains("%")), all::toString);
    }

    @Test
    void programsReadTheSame() {
        var fields = new ConflictWords(Locale.ENGLISH)
                .fields(new TeamConflicts("network", 5, List.of(OF_NEED, OF_A_PERSON), PARIS));
        assertEquals(List.of("team", "quarters_under", "conflicts"), List.copyOf(fields.keySet()));
        assertEquals(5, fields.get("quarters_under"));
        var text = String.valueOf(fields.get("conflicts"));
        assertTrue(text.contains("quarters=5") && text.contains("2026-03-09T09:00:00Z"), text);
    }
}
