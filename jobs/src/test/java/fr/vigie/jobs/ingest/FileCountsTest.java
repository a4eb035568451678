package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FileCountsTest {
    @Test
    void aRecordThatIsLostOrCountedTwiceIsNeverPassedOver() {
        for (long kept : new long[] {3, 5}) {
            var error = assertThrows(IllegalStateException.class, () -> new FileCounts(7, kept, 2, 1));
            assertEquals(
                    "The records do not add up: read 7, kept %d, duplicates 2, rejected 1.".formatted(kept),
                    error.getMessage());
        }
        assertEquals(4, new FileCounts(7, 4, 2, 1).kept());
    }
}
