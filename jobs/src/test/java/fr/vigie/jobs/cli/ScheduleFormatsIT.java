package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plannings as offices write them, from the file to what a person sees of the lake. */
class ScheduleFormatsIT {
    private static final Path SAMPLES = Path.of("../data-samples/formats");

    @TempDir
    Path folder;

    private Terminal.Answer ingest(Terminal terminal, String sample, String file) {
        var source = SAMPLES.resolve(sample);
        return terminal.vigie(
                "ingest",
                "shifts",
                source.resolve(file).toString(),
                "--source",
                "planning",
                "--config",
                source.resolve("vigie.yaml").toString());
    }

    @Test
    void nightsKeepTheirTimesOfDayOnTheDaysOnWhichTheClocksChange() {
        var terminal = new Terminal(folder.resolve("workspace"));
        assertEquals(0, terminal.vigie("init").code());

        var office = ingest(terminal, "delimited-shifts", "planning.csv");
        assertEquals(3, office.code(), "some lines were refused");
        assertEquals(
                "shifts: read 11, kept 7, duplicates 0, rejected 4",
                office.lines().get(0));
        assertTrue(office.err().contains("planning.csv, line 5: nonexistent-local-time"), office.err());
        assertTrue(office.err().contains("1 local time"), office.err());
        var calendar = ingest(terminal, "icalendar", "planning.ics");
        assertEquals(
                "shifts: read 11, kept 8, duplicates 0, rejected 3",
                calendar.lines().get(0));

        var shown = terminal.vigie("show", "shift", "--csv", "--limit", "100");
        assertEquals(0, shown.code());
        assertEquals(
                List.of(
                        "OP-01,2026-03-23T06:30:00Z,2026-03-23T13:00:00Z,calls",
                        "OP-01,2026-03-31T07:00:00Z,2026-03-31T10:30:00Z,meeting",
                        // From an evening to eight in the morning: thirteen hours, and twelve the night after.
                        "OP-01,2026-10-24T18:00:00Z,2026-10-25T07:00:00Z,calls",
                        "OP-01,2026-10-25T00:30:00Z,2026-10-25T08:00:00Z,calls",
                        "OP-01,2026-10-25T19:00:00Z,2026-10-26T07:00:00Z,calls",
                        "OP-01,2026-11-02T08:00:00Z,2026-11-02T09:30:00Z,meeting",
                        "OP-01,2026-11-06T06:00:00Z,2026-11-06T12:00:00Z,calls",
                        "OP-01,2026-11-09T08:00:00Z,2026-11-09T09:30:00Z,meeting",
                        "OP-01,2026-11-16T08:00:00Z,2026-11-16T09:30:00Z,meeting",
                        "OP-02,2026-03-23T13:00:00Z,2026-03-23T23:00:00Z,calls",
                        "OP-02,2026-10-25T23:00:00Z,2026-10-26T23:00:00Z,absence",
                        "OP-02,2026-10-27T21:00:00Z,2026-10-28T05:00:00Z,calls",
                        "OP-02,2026-11-04T23:00:00Z,2026-11-06T23:00:00Z,absence",
                        // Eleven hours in spring, thirteen in autumn.
                        "OP-03,2026-03-28T19:00:00Z,2026-03-29T06:00:00Z,calls",
                        "OP-03,2026-10-24T18:00:00Z,2026-10-25T07:00:00Z,calls",
                        "operator_id,starts_at,ends_at,activity"),
                shown.lines().stream().sorted().toList());
    }
}
