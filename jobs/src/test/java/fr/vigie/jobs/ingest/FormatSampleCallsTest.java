package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.format.FormatSample;
import fr.vigie.privacy.PseudonymKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a format makes of its sample is what ingest takes for a call. */
class FormatSampleCallsTest {

    static List<String> names() {
        return FormatSample.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRecordThatTheFormatDoesNotRefuseBindsToACall(String name) {
        var sample = FormatSample.of(name);
        var binder = new CallBinder(new Reading(
                "sample",
                sample.format(),
                sample.wanted(),
                sample.wanted().zone(),
                "FR",
                new KeyRing(PseudonymKey.of("cle-de-test-non-secrete"), List.of()),
                new Forgotten(Map.of()),
                null,
                null));
        assertEquals(CallBinder.COLUMNS, sample.wanted().columns());
        var slices = new Slices(CallBinder.COLUMNS.size());
        int calls = 0;
        for (var record : sample.read()) {
            if (record.problem() == null) {
                slices.take(record.values());
                var problem = binder.bind(slices);
                // The tables of practices are not here: a line called is one of no practice.
                if (problem == null || !problem.reason().equals("unknown-practice")) {
                    assertNull(problem, () -> "line " + record.line());
                }
                calls++;
            }
        }
        assertTrue(calls > 0);
    }
}
