package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.lake.ScenarioRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<ScenarioRow> ROWS = List.of(
            row(ScenarioRow.BASE, 12_000.0, 0, null),
            row("appels-plus-20", 14_400.0, 3, null),
            row("nuit", null, null, "No line is open."));

    private static ScenarioRow row(
            String name, @Nullable Double calls, @Nullable Integer outOfReach, @Nullable String note) {
        return new ScenarioRow(
                MONDAY,
                name,
                "",
                MONDAY,
                MONDAY.plusDays(6),
                calls,
                calls,
                calls,
                calls,
                calls,
                calls,
                14,
                outOfReach,
                calls,
                calls,
                12.34,
                12.34,
                0.856,
                0.021,
                0.7,
                calls,
                null,
                "erlang-a",
                note);
    }

    private static List<String> lines(Locale language, BiConsumer<ScenarioTable, PrintWriter> write) {
        var text = new StringWriter();
        write.accept(new ScenarioTable(ROWS, language), new PrintWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void peopleReadAScenarioALine() {
        var lines = lines(Locale.FRENCH, ScenarioTable::writeText);
        assertEquals("Et si… du 2026-03-02 au 2026-03-08", lines.get(0));
        assertTrue(lines.get(2).startsWith("tel que prévu"), lines.get(2));
        assertTrue(lines.get(2).contains("85,6"), lines.get(2));
        assertEquals(lines.get(1).length(), lines.get(3).length());
        assertTrue(lines.get(6).startsWith("appels-plus-20 : dans 3 intervalles"), lines.get(6));
        assertEquals("nuit: No line is open.", lines.get(7));
        assertTrue(lines(Locale.ENGLISH, ScenarioTable::writeText).get(2).contains("85.6"));
    }

    @Test
    void programsReadTheTablesColumns() {
        var lines = lines(Locale.FRENCH, ScenarioTable::writeJson);
        assertEquals(3, lines.size());
        var base = Json.read(lines.get(0));
        assertEquals("base", base.get("scenario"));
        assertEquals("2026-03-02", base.get("first_day"));
        assertEquals(12.34, base.get("mean_wait_seconds"));
        assertNull(base.get("revenue_euros"));
        assertEquals("No line is open.", Json.read(lines.get(2)).get("note"));
    }
}
