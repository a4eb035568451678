package fr.vigie.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.Travel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TravelTimesTest {
    @Test
    void aWayTakesAsLongBackUnlessSaidOtherwiseAndHomeIsNear() {
        var communes = List.of(
                Communes.at("a", "59", null, null),
                Communes.at("b", "59", null, null),
                Communes.at("c", "59", null, null));
        var times = TravelTimes.given(
                communes,
                List.of(
                        new Travel("a", "b", 7.0),
                        new Travel("b", "a", 9.0),
                        new Travel("b", "c", 5.0),
                        new Travel("c", "c", 3.0)));
        assertEquals(
                Set.of(
                        new Trip("a", "a", 0),
                        new Trip("b", "b", 0),
                        new Trip("c", "c", 0),
                        new Trip("a", "b", 7),
                        new Trip("b", "a", 9),
                        new Trip("b", "c", 5),
                        new Trip("c", "b", 5)),
                Set.copyOf(times.trips()));
        assertEquals(Note.TRAVEL_BY_ROAD, times.source());
    }

    @Test
    void withoutTimesTheyAreEstimatedAndSaidToBe() {
        var communes = List.of(Communes.at("a", "59", null, null), Communes.at("b", "59", null, null));
        var times = TravelTimes.estimated(communes, GreatCircle.COUNTRY_ROADS, 20);
        assertEquals(4, times.trips().size(), "both stand at the same place");
        assertEquals(Note.TRAVEL_ESTIMATED, times.source());
    }
}
