package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vigie.input.InputKind;
import fr.vigie.input.Presence;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

    @TempDir
    Path folder;

    private List<String> presence(@Nullable LocalDate purgedBefore) throws IOException {
        var file = Files.write(
                folder.resolve("presence.csv"),
                List.of(
                        "operator_id,starts_at,ends_at,state",
                        "before,2026-03-29T23:59:59,2026-03-30T08:00:00,available",
                        "at,2026-03-30T00:00:00,2026-03-30T08:00:00,available"));
        var reading = Readings.of(
                InputKind.PRESENCE, Format.withoutParameters("vigie-csv").orElseThrow(), Readings.PARIS, purgedBefore);
        var told = new ArrayList<String>();
        new RowReader(reading, Together.one(0, InputFile.of(file, Limits.usual()))).forEachRemaining(parsed -> {
            var reject = parsed.reject();
            told.add(reject == null ? ((Presence) parsed.row()).operatorId() : reject.reason() + " " + reject.key());
        });
        return told;
    }

    @Test
    void presenceThatWasPurgedIsRefusedAndNotNamed() throws IOException {
        assertEquals(List.of("before", "at"), presence(null));
        assertEquals(List.of("before", "at"), presence(DAY.minusDays(1)));
        assertEquals(List.of("past-retention null", "at"), presence(DAY));
    }
}
