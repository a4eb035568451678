package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalcAccessCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSmallRegion() throws IOException {
        file("s.csv", "id,supply", "a,2", "b,3");
        file("d.csv", "id,demand", "a,1000", "b,2000", "c,500", "0d,10");
        file("t.csv", "demand_id,supply_id,cost", "a,a,1", "b,b,1", "a,b,10", "b,a,10", "c,a,20", "x,a,1");
    }

    private void file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    private int access(String... options) {
        var arguments = new ArrayList<>(List.of("calc", "access"));
        for (var file : List.of("supply", "demand", "travel")) {
            arguments.addAll(
                    List.of("--" + file, folder.resolve(file.charAt(0) + ".csv").toString()));
        }
        arguments.addAll(Arrays.asList(options));
        var line = arguments.toArray(String[]::new);
        return Vigie.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), line)
                .execute(line);
    }

    /** By hand: R of a is 2 / (1000 + 2000 w), that of b is 3 / (2000 + 1000 w), w the weight at 10. */
    private void assertAccess(double weightAt10, double weightAt20) {
        double a = 2 / (1000 + 2000 * weightAt10 + 500 * weightAt20);
        double b = 3 / (2000 + 1000 * weightAt10);
        var lines = out.toString().lines().toList();
        assertEquals("id,accessibility", lines.get(0));
        assertLine(lines.get(1), "a", a + weightAt10 * b);
        assertLine(lines.get(2), "b", b + weightAt10 * a);
        assertLine(lines.get(3), "c", weightAt20 * a);
        assertEquals("0d,0.0", lines.get(4), "nobody reaches it, and ids are text");
        assertEquals(5, lines.size());
    }

    private static void assertLine(String line, String id, double expected) {
        var fields = line.split(",");
        assertEquals(id, fields[0]);
        assertEquals(expected, Double.parseDouble(fields[1]), 1e-12);
    }

    @Test
    void bandsAreClosedOnTheLeftUnlessSaidOtherwise() {
        assertEquals(0, access("--weights", "10:1,20:0.5"));
        assertAccess(0.5, 0);
    }

    @Test
    void bandsCanBeClosedOnTheRight() {
        assertEquals(0, access("--weights", "10:1,20:0.5", "--closed", "right"));
        assertAccess(1, 0.5);
    }

    @Test
    void aDecayReachesAsFarAsItsLargestCost() {
        assertEquals(0, access("--decay", "inverse", "--max-cost", "10"));
        var lines = out.toString().lines().toList();
        double a = 2 / (1000 + 2000 * 0.1);
        double b = 3 / (2000 + 1000 * 0.1);
        assertLine(lines.get(1), "a", a + 0.1 * b);
        assertLine(lines.get(3), "c", 0);
    }

    @Test
    void writesIntoAFile() throws IOException {
        var output = folder.resolve("out.csv");
        assertEquals(0, access("--decay", "exponential:0.12", "--output", output.toString()));
        assertEquals("", out.toString());
        assertEquals(5, Files.readAllLines(output).size());
    }

    private void assertMisused(String why, String... options) {
        assertRefused(2, why, options);
    }

    private void assertAtFault(String why, String... options) {
        assertRefused(1, why, options);
    }

    private void assertRefused(int code, String why, String... options) {
        err.getBuffer().setLength(0);
        assertEquals(code, access(options), why);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(why), err.toString());
        assertFalse(out.toString().contains("accessibility"), "nothing is half written");
    }

    @Test
    void wrongUsageIsOneClearLine() throws IOException {
        assertMisused("--weights");
        assertMisused("linear", "--decay", "linear");
        assertMisused("band", "--weights", "10");
        assertMisused("--closed", "--decay", "inverse", "--closed", "left");
        assertMisused("max", "--decay", "inverse", "--max-cost", "-1");
        var travel = folder.resolve("t.csv").toString();
        assertMisused("is a file that is read", "--weights", "10:1", "--output", travel);
        assertEquals(7, Files.readAllLines(folder.resolve("t.csv")).size());
    }

    @Test
    void aFaultOfAFileNamesItsLine() throws IOException {
        file("t.csv", "demand_id,supply_id,cost", "a,a,near");
        assertAtFault("t.csv, line 2: 'near' for cost", "--weights", "10:1");
        file("t.csv", "demand_id,supply_id,cost", "a,a,1", "a,b,-1");
        assertAtFault("t.csv, line 3: The cost (-1.0)", "--weights", "10:1");
        file("t.csv", "demand_id,supply_id,cost", "a,a,0");
        assertAtFault("t.csv, line 2: ", "--decay", "inverse");
        file("t.csv", "demand_id,supply_id,cost", "a,a,1", "a,a,2");
        assertAtFault("t.csv, line 3: demand_id, supply_id 'a, a' stands there twice", "--weights", "10:1");
        file("t.csv", "from,to,cost", "a,a,1");
        assertAtFault("t.csv lacks the column demand_id, supply_id", "--weights", "10:1");
        file("t.csv", "demand_id;supply_id;cost", "a;a;1,5");
        assertAtFault("decimals follow a point", "--weights", "10:1");
        Files.delete(folder.resolve("t.csv"));
        assertAtFault("does not exist", "--weights", "10:1");
        Files.createDirectory(folder.resolve("t.csv"));
        assertAtFault("is a folder", "--weights", "10:1");
    }

    @Test
    void anOutputThatCannotBeWrittenIsToldBeforeAnythingElse() {
        assertAtFault("it is a folder", "--weights", "10:1", "--output", folder.toString());
        var nowhere = folder.resolve("nowhere/out.csv").toString();
        assertAtFault("its folder does not exist", "--weights", "10:1", "--output", nowhere);
    }
}
