package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.vigie.jobs.ingest.Ingest.Counts;
import org.junit.jupiter.api.Test;

class CountsTest {
    @Test
    void aRecordThatIsLostOrCountedTwiceIsNeverPassedOver() {
        for (long kept : new long[] {3, 5}) {
            var error = assertThrows(IllegalStateException.class, () -> new Counts(7, kept, 2, 1, 0));
            assertEquals(
                    "The records do not add up: read 7, kept %d, duplicates 2, rejected 1.".formatted(kept),
                    error.getMessage());
        }
        assertEquals(4, new Counts(7, 4, 2, 1, 0).kept());
    }
}
