package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Planners correct the forecast and, at noon, ask what the morning says of the rest of the day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForecastCommandIT {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final String[] DAY = {"--reason", "fair", "--from"};

    private Terminal terminal = new Terminal(Path.of("workspace"));
    /** The first day that is not known, and the last one that is. */
    private LocalDate tomorrow = LocalDate.EPOCH;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeAll
    void forecastOnce(@TempDir Path folder) throws IOException {
        terminal = new Terminal(folder.resolve("workspace"));
        done("init");
        terminal.configure(Terminal.FEW_MODELS);
        done("ingest", "practices", SAMPLES.resolve("practices.csv").toString());
        done("ingest", "calls", SAMPLES.resolve("calls").toString());
        done("load");
        done("forecast");
        var days = terminal.<List<LocalDate>>inLake(lake -> lake.read(Tables.FORECAST).collectAsList().stream()
                .map(ForecastRow::asOf)
                .distinct()
                .toList());
        tomorrow = days.get(0);
        today = tomorrow.minusDays(1);
    }

    private Terminal.Answer done(String... command) {
        var answer = terminal.vigie(command);
        assertEquals(0, answer.code(), answer::err);
        return answer;
    }

    private Terminal.Answer override(String... options) {
        return terminal.vigie(Stream.concat(Stream.of("forecast", "override"), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private void refuses(String complaint, String... options) {
        int before = corrections();
        var answer = override(options);
        assertEquals(2, answer.code(), answer::err);
        assertEquals(List.of(), answer.lines());
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains(complaint), answer::err);
        assertEquals(before, corrections());
    }

    private int corrections() {
        return terminal.<Integer>inLake(
                lake -> lake.read(Tables.OVERRIDE).collectAsList().size());
    }

    /** The options of a correction from a day on. */
    private static String[] from(Object day, String... more) {
        var options = new ArrayList<>(List.of(DAY));
        options.add(day.toString());
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    @Test
    void refusesCorrectionsThatCannotBe() {
        refuses("neither a day nor a time", from("1/4/2026", "--factor", "2"));
        refuses("either a factor or calls", from(tomorrow));
        refuses("either a factor or calls", from(tomorrow, "--factor", "2", "--calls", "9"));
        refuses("must be 0 to 10", from(tomorrow, "--factor", "-1"));
        refuses("nothing that --factor can be", from(tomorrow, "--factor", "NaN"));
        refuses("before the first day still to come (" + tomorrow + ")", from(today, "--factor", "2"));
        refuses("before it starts", from(tomorrow, "--to", today.minusDays(1).toString(), "--factor", "2"));
        refuses("more than one day", from(tomorrow, "--to", tomorrow.plusDays(1).toString(), "--calls", "90"));
        refuses(
                "no forecast of the practice 'P999'",
                from(tomorrow, "--level", "practice", "--id", "P999", "--factor", "2"));
        refuses("--reason", "--from", tomorrow.toString(), "--factor", "2");
        refuses("--level", from(tomorrow, "--level", "country", "--factor", "2"));
    }

    @Test
    void aCorrectionIsInTheNextForecastBesideTheModel() {
        assertEquals(0, override(from(tomorrow, "--factor", "2", "--by", "Ana")).code());
        done("forecast");
        var rows = terminal.<List<ForecastRow>>inLake(lake -> lake.read(Tables.FORECAST)
                .where("level = 'network' and asOf = date'%s' and localDate = date'%s'".formatted(tomorrow, tomorrow))
                .collectAsList());
        double model = calls(rows, "hour-of-week-regression");
        assertTrue(model > 0);
        assertEquals(2 * model, calls(rows, "override"), 1e-6);
    }

    private static double calls(List<ForecastRow> rows, String model) {
        return rows.stream()
                .filter(row -> row.model().equals(model))
                .mapToDouble(ForecastRow::mean)
                .sum();
    }

    @Test
    void whatMovesTheForecastIsSaidInWords() {
        var words = done("forecast", "explain").lines();
        assertFalse(words.isEmpty());
        assertTrue(words.stream().allMatch(line -> line.matches(".+:.[+−-]\\d+.%")), words::toString);
        var fields = done("forecast", "explain", "--json").lines();
        assertTrue(fields.stream().allMatch(line -> line.contains("\"level\":\"network\"")), fields::toString);
        var unknown = terminal.vigie("forecast", "explain", "--level", "practice", "--id", "P9999");
        assertEquals(2, unknown.code(), unknown::err);
        assertEquals(1, unknown.complaints().size(), unknown::err);
        assertTrue(unknown.err().contains("There is no forecast of the practice 'P9999'"), unknown.err());
    }

    @Test
    void anOpenDayIsUpdatedOnceItWasForecast() {
        var saturday = today.minusDays(1).toString();
        fails("There is no forecast of " + saturday, "--as-of", saturday);
        done("forecast", "--as-of", saturday);
        done("forecast", "--update", "--as-of", saturday);
        long updated = terminal.<Long>inLake(lake -> lake.read(Tables.FORECAST_UPDATE)
                .where("level = 'network' and localDate = date'%s'".formatted(saturday))
                .count());
        assertTrue(updated > 0);
        done("staffing", "--as-of", saturday);
    }

    @Test
    void aClosedDayHasNothingToUpdate() {
        done("forecast", "--as-of", today.toString());
        // The last call of the samples is of a Sunday.
        fails("Lines are closed on " + today);
    }

    private void fails(String complaint, String... options) {
        var answer = terminal.vigie(Stream.concat(Stream.of("forecast", "--update"), Arrays.stream(options))
                .toArray(String[]::new));
        assertEquals(1, answer.code(), answer::err);
        assertEquals(1, answer.complaints().size(), answer::err);
        assertTrue(answer.err().contains(complaint), answer::err);
    }
}
