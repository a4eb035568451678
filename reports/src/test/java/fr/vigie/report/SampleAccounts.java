package fr.vigie.report;

import fr.vigie.load.ServiceLevelTarget;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A dozen practices, three of which have changed. */
final class SampleAccounts {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 23);

    private SampleAccounts() {}

    static AccountsView view() {
        return new AccountsView(
                edition(),
                List.of(
                        alert(
                                "A-0007",
                                "P003",
                                "refusal",
                                "open",
                                "Depuis le 9 février 2026, 19 transferts sur 61 ont été refusés ou sont restés sans réponse (31,1 %), contre 6,2 % d’habitude."),
                        alert(
                                "A-0008",
                                "P007",
                                "wind-down",
                                "acknowledged",
                                "Depuis le 9 février 2026, l’agenda ouvre 24,0 % de minutes en moins que les mêmes semaines de l’an passé."),
                        alert("A-0009", "P099", "new-kind", "open", "Un signal qu’une version suivante a ajouté.")),
                accounts());
    }

    static AccountsView empty() {
        return new AccountsView(
                new Edition(AS_OF, AS_OF.minusDays(7), AS_OF.minusDays(1), List.of(), Optional.empty(), List.of()),
                List.of(),
                List.of());
    }

    private static Edition edition() {
        return new Edition(
                AS_OF,
                LocalDate.of(2025, 3, 24),
                AS_OF.minusDays(1),
                List.of(new Provenance("signal", "91ab2e"), new Provenance("alert", "91ab2e")),
                Optional.of("index.en.html"),
                List.of("alerts.csv"));
    }

    private static AccountAlert alert(String id, String practice, String kind, String state, String sentence) {
        var openedOn = AS_OF.minusWeeks(practice.equals("P003") ? 0 : 3);
        var since = LocalDate.of(2026, 2, 9);
        var readings = new ArrayList<AccountAlert.Reading>();
        for (var week = 30; week >= 0; week--) {
            var asOf = AS_OF.minusWeeks(week);
            var cases = week == 17 ? 0 : 61 - 3 * Math.min(week, 6);
            readings.add(new AccountAlert.Reading(
                    asOf,
                    week == 17 ? 0 : week > 5 ? 3 : 19 - 2 * week,
                    cases,
                    OptionalDouble.of(0.062),
                    practice.equals("P099") ? OptionalDouble.empty() : OptionalDouble.of(0.071),
                    asOf.isBefore(since) || (practice.equals("P007") && week == 0)
                            ? Optional.empty()
                            : Optional.of(since)));
        }
        return new AccountAlert(
                id,
                practice,
                kind,
                state,
                sentence,
                practice.equals("P099") ? OptionalDouble.empty() : OptionalDouble.of(0.9876),
                openedOn,
                state.equals("open") ? Optional.empty() : Optional.of("Camille Morel"),
                practice.equals("P099") ? List.of() : readings);
    }

    private static List<Account> accounts() {
        var accounts = new ArrayList<Account>();
        for (var k = 1; k <= 12; k++) {
            accounts.add(new Account(
                    "P%03d".formatted(k),
                    "Cabinet "
                            + List.of("des Lilas", "du Port", "Pasteur", "de la Gare")
                                    .get(k % 4) + " " + k,
                    Optional.of(List.of("Hazebrouck", "Lens", "Béthune").get(k % 3)),
                    k == 5 ? Optional.empty() : Optional.of("médecine générale"),
                    k % 4 == 0 ? Optional.empty() : Optional.of(k % 2 == 0 ? "Inès Lambert" : "Camille Morel"),
                    Optional.of(LocalDate.of(2019, 1 + k % 12, 1)),
                    OptionalDouble.of(38 + 5.5 * k),
                    OptionalInt.of(250 + 50 * (k % 3)),
                    Optional.of(new ServiceLevelTarget(0.8, 20))));
        }
        return accounts;
    }
}
