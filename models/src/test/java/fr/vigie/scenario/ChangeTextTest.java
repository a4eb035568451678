package fr.vigie.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTextTest {
    private static final List<String> ONE_OF_EACH = List.of(
            "volume=+20%",
            "handling-time=-10%",
            "absent=2",
            "attendant=40%",
            "online-form=40%",
            "protected-time=10:00-10:30",
            "outsourcing=30%,price=1",
            "overflow=100%,price=1",
            "longer-hours=07:00-20:00",
            "offer-by-call=1",
            "offer-by-month=600");

    @Test
    void readsEveryChange() {
        var names = new HashSet<String>();
        for (var text : ONE_OF_EACH) {
            names.add(Change.name(ChangeText.parse(text).getClass()));
        }
        assertEquals(new HashSet<>(ChangeText.names()), names);
    }

    @Test
    void readsSharesTimesAndDurations() {
        assertEquals(new Volume(0.2), ChangeText.parse("volume=+20%"));
        assertEquals(new Volume(-0.05), ChangeText.parse(" volume = -0.05 "));
        assertEquals(
                new Attendant(new Shares(Map.of("booking", 0.85), 0.4), 150.0, 0.3, 500),
                ChangeText.parse("attendant=40%,booking=85%,aht=150s,per-call=0.30,per-month=500"));
        assertEquals(
                new ProtectedTime(LocalTime.of(10, 0), LocalTime.of(10, 30), 0.9, 120),
                ChangeText.parse("protected-time=10:00-10:30,later=90%,within=2h"));
        assertEquals(
                new Overflow(1, new Partner(1.2, 100.0, LocalTime.of(18, 0), LocalTime.MIDNIGHT, 0.9)),
                ChangeText.parse("overflow=100%,price=1.20,aht=100s,hours=18:00-24:00,quality=90%"));
        assertEquals(new OnlineForm(Shares.of(0.4), 90, 0), ChangeText.parse("online-form=40%,desk=1.5m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "volume",
                "volume=",
                "volume=many",
                "volume=-100%",
                "volume=NaN",
                "volume=1e999",
                "volume=20%,when=now",
                "volumes=20%",
                "absent=1.5",
                "absent=0",
                "absent=-1",
                "attendant=140%",
                "attendant=40%,booking=85%,booking=80%",
                "attendant=40%,aht=-10s",
                "attendant=40%,aht=90",
                "attendant=40%,aht=",
                "outsourcing=30%",
                "outsourcing=30%,price=-1",
                "outsourcing=30%,price=1,hours=14:00-12:00",
                "outsourcing=30%,price=1,quality=2",
                "protected-time=10:30-10:00",
                "protected-time=10:00",
                "protected-time=25:00-26:00",
                "protected-time=10:00-10:30,within=0s",
                "longer-hours=20:00-07:00",
                "protected-time=00:00-24:00",
                "volume=+1e300%",
                "outsourcing=30%,price=1e308",
                "offer-by-month=1e300",
                "offer-by-call=0",
                "offer-by-month=-400"
            })
    void refusesWhatCannotBeMeant(String text) {
        var error = assertThrows(IllegalArgumentException.class, () -> ChangeText.parse(text));
        assertTrue(String.valueOf(error.getMessage()).matches("(?s)[^\n]+\nMaybe [^\n]+"), error.getMessage());
    }
}
