package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalcSuppressCommandTest {
    private static final String HEADER = "row,column,value,units,largest_unit_share,persons";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter err = new StringWriter();

    private List<String> suppress(List<String> lines, String... options) throws IOException {
        return suppress(0, lines, options);
    }

    private List<String> suppress(int expected, List<String> lines, String... options) throws IOException {
        var all = new ArrayList<>(List.of(HEADER));
        all.addAll(lines);
        var input = Files.write(folder.resolve("cells.csv"), all);
        var output = folder.resolve("masked.csv");
        var arguments = new ArrayList<>(
                List.of("calc", "suppress", "--input", input.toString(), "--output", output.toString()));
        arguments.addAll(Arrays.asList(options));
        var line = arguments.toArray(String[]::new);
        int code = Vigie.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true), line)
                .execute(line);
        assertEquals(expected, code, err.toString());
        return Files.exists(output) ? Files.readAllLines(output) : List.of();
    }

    @Test
    void masksWhatTheRulesSayAndWritesTheRestAsItWas() throws IOException {
        assertEquals(
                List.of(
                        "row,column,value,masked",
                        "two,c,,true",
                        "dominated,c,,true",
                        "eighty-five,c,,true",
                        "ten,c,,true",
                        "eleven,c,11.0,false",
                        "none,c,0,false",
                        "five,c,100,false"),
                suppress(List.of(
                        "two,c,100,2,0.5,",
                        "dominated,c,100,9,0.86,",
                        "eighty-five,c,100,9,0.85,",
                        "ten,c,10,,,10",
                        "eleven,c,11.0,,,11",
                        "none,c,0,,,0",
                        "five,c,100,5,0.3,")));
    }

    @Test
    void aMaskedCellIsNotRecomputableFromItsTotals() throws IOException {
        var out = suppress(List.of(
                "a,x,10,,,10",
                "a,y,20,,,20",
                "b,x,30,,,30",
                "b,y,40,,,40",
                "a,total,30,,,30",
                "b,total,70,,,70",
                "total,x,40,,,40",
                "total,y,60,,,60",
                "total,total,100,,,100"));
        assertEquals(4, out.stream().filter(line -> line.endsWith("true")).count());
        assertEquals("total,total,100,false", out.get(9));
    }

    @Test
    void theLegalMinimumCanBeAskedFor() throws IOException {
        assertEquals(
                "a,x,100,false",
                suppress(List.of("a,x,100,3,0.5,"), "--least-units", "3").get(1));
    }

    private void assertRefused(int code, String why, String line, String... options) throws IOException {
        err.getBuffer().setLength(0);
        suppress(code, List.of(line, "a,total,12,,,"), options);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(why), err.toString());
    }

    @Test
    void badInputIsOneClearLine() throws IOException {
        assertRefused(1, "cells.csv: ", "a,x,10,5,0.5,");
        assertRefused(1, "must be the sum", "a,x,10,5,0.5,");
        assertRefused(1, "cells.csv, line 2: The units of a cell (-5)", "a,x,12,-5,0.5,");
        assertRefused(1, "percentage", "a,x,12,5,86,");
        assertRefused(1, "cells.csv, line 2: '5.5' for units is not a whole number", "a,x,12,5.5,0.5,");
        assertRefused(1, "cells.csv, line 2: 'many' for value", "a,x,many,5,0.5,");
        assertRefused(1, "cells.csv, line 3: row, column 'a, total' stands there twice", "a,total,12,5,0.5,");
        assertRefused(2, "legal minimum", "a,x,12,5,0.5,", "--least-units", "2");
        assertRefused(2, "'few' is nothing that --least-units can be", "a,x,12,5,0.5,", "--least-units", "few");
    }
}
