package fr.vigie.roster.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyTest {
    @ParameterizedTest
    @CsvSource({
        // One a day but the last; B's wish for the first day is not granted.
        "EEE...., ...EEE., 3, 100",
        // Two on the first three days (3 x 1), nobody on the other four.
        "EEE...., EEE...., 0, 403",
        // A's wish is not granted, nor B's to be spared the late shift; a late shift covers nothing.
        "......., EEEEEL., 7, 200",
        "......., ......., 8, 700",
    })
    void wishesAndCoverAreCountedByHand(String a, String b, long wishes, long cover) {
        var penalty = Penalty.of(SmallProblem.problem(), SmallProblem.schedule(a, b));
        assertEquals(new Penalty(wishes, cover), penalty);
        assertEquals(wishes + cover, penalty.total());
    }
}
