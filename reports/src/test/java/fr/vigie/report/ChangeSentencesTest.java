package fr.vigie.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.vigie.scenario.ChangeText;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeSentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volume=+20% | appels +20 %",
                "absent=2; handling-time=-10% | opérateurs absents : 2; durée de traitement −10 %",
                "attendant=40%,per-call=0.30 | automate qui règle des appels : 40 %",
                "attendant=0%,booking=85% | automate qui règle des appels : 85 % de « rendez-vous »",
                "attendant=10%,booking=85%,vaccin=5% |"
                        + " automate qui règle des appels : 85 % de « rendez-vous », 5 % de « vaccin », 10 % des autres",
                "outsourcing=30%,price=1.20 | un partenaire prend 30 % des appels, à 1,20 € l’appel",
                "longer-hours=07:00-20:00,further=2% | lignes ouvertes de 7 h 00 à 20 h 00"
            })
    void saysInFrenchWhatChanges(String changes, String sentence) {
        assertEquals(
                sentence,
                ChangeSentences.of(changes, new Words(Locale.FRANCE, "managers"))
                        .replaceAll("[\u00a0\u202f]", " "));
    }

    static Stream<String> names() {
        return ChangeText.names().stream();
    }

    /** A change that is added needs words in both languages. */
    @ParameterizedTest
    @MethodSource("names")
    void everyChangeHasWords(String name) {
        var text = name + "="
                + switch (name) {
                    case "absent" -> "1";
                    case "protected-time", "longer-hours" -> "07:00-20:00";
                    case "outsourcing", "overflow" -> "30%,price=1";
                    default -> "30%";
                };
        for (var language : new Locale[] {Locale.FRANCE, Locale.UK}) {
            assertFalse(
                    ChangeSentences.of(text, new Words(language, "managers")).isBlank());
        }
    }
}
