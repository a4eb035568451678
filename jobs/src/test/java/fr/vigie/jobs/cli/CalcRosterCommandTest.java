package fr.vigie.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalcRosterCommandTest {
    /** One person and two days, both needed; the second must be free. */
    private static final String TEXT =
            """
            SECTION_HORIZON
            2
            SECTION_SHIFTS
            D,480,
            SECTION_STAFF
            A,D=2,960,0,5,1,1,1
            SECTION_DAYS_OFF
            A,1
            SECTION_COVER
            0,D,1,100,1
            1,D,1,70,1
            """;

    private static final Path INSTANCE_1 =
            Path.of(System.getProperty("vigie.data", "../../shared/data"), "staffing/shift-scheduling/Instance1.txt");

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSmallInstance() throws IOException {
        write(TEXT);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("instance.txt"), text);
    }

    private int roster(String... options) {
        var arguments = new ArrayList<>(List.of(
                "calc", "roster", "--instance", folder.resolve("instance.txt").toString()));
        arguments.addAll(Arrays.asList(options));
        var line = arguments.toArray(String[]::new);
        return Vigie.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), line)
                .execute(line);
    }

    @Test
    void penaltyBoundAndFeasibilityAreOneObject() {
        assertEquals(0, roster("--seconds", "60", "--json"));
        assertEquals(
                "{\"penalty\":70,\"bound\":70,\"feasible\":true}",
                out.toString().strip());
        assertEquals("", err.toString());
    }

    /** It needs CP-SAT, on the class path that Spark has a part in. */
    @Test
    void theFirstInstanceOfTheBenchmarkIsSolvedToItsKnownOptimum() throws IOException {
        assumeTrue(Files.exists(INSTANCE_1), INSTANCE_1 + " is not there");
        write(Files.readString(INSTANCE_1));
        assertEquals(0, roster("--seconds", "300", "--json"));
        assertEquals(
                "{\"penalty\":607,\"bound\":607,\"feasible\":true}",
                out.toString().strip());
    }

    @Test
    void aPersonReadsThreeLines() {
        assertEquals(0, roster("--seconds", "60"));
        assertEquals(
                List.of("penalty   70", "bound     70", "feasible  true"),
                out.toString().lines().toList());
    }

    @Test
    void rulesThatContradictOneAnotherAreSaidToDoSo() throws IOException {
        write(TEXT.replace("960,0,5", "960,960,5"));
        assertEquals(0, roster("--seconds", "60", "--json"));
        assertEquals(
                "{\"penalty\":null,\"bound\":null,\"feasible\":false}",
                out.toString().strip());
        assertTrue(err.toString().contains("contradict"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "1e9", "many"})
    void aTimeThatIsNoneIsWrongUsage(String seconds) {
        assertEquals(2, roster("--seconds", seconds));
        assertFalse(err.toString().isBlank());
    }

    @Test
    void whatIsWrongWithAFileIsOneLine() throws IOException {
        write(TEXT.replace("A,1", "B,1"));
        assertEquals(1, roster("--seconds", "60"));
        assertTrue(err.toString().contains("instance.txt, line 8: the employee 'B' is unknown"), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(folder.resolve("instance.txt"));
        assertEquals(1, roster("--seconds", "60"));
        assertTrue(err.toString().contains("instance.txt does not exist"), err::toString);
    }
}
