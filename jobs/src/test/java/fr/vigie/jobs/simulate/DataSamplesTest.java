package fr.vigie.jobs.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.simulate.ServicePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples are what the simulator makes today; where this fails on purpose, make them again (README there). */
class DataSamplesTest {
    private static final Path SAMPLES = Path.of("../data-samples/service");
    private static final ServicePlan PLAN = ServicePlan.defaults(
                    11, LocalDate.of(2025, 9, 29), LocalDate.of(2025, 12, 1))
            .withPractices(12);
    private static final long AT_MOST_BYTES = 2_000_000;

    @TempDir
    Path temporary;

    @Test
    void theSamplesAreWhatTheSimulatorMakes() throws IOException {
        var made = temporary.resolve("service");
        Simulation.write(PLAN, made);
        assertEquals(SimulationTest.files(made), SimulationTest.files(SAMPLES));
        long bytes = 0;
        for (var file : SimulationTest.files(made)) {
            bytes += Files.size(made.resolve(file));
            assertArrayEquals(
                    Files.readAllBytes(made.resolve(file)), Files.readAllBytes(SAMPLES.resolve(file)), file::toString);
        }
        assertTrue(bytes < AT_MOST_BYTES, bytes + " bytes");
    }

    @Test
    void everySampleHasRows() throws IOException {
        for (var file : SimulationTest.files(SAMPLES)) {
            try (var lines = Files.lines(SAMPLES.resolve(file))) {
                assertTrue(lines.count() >= 2, file::toString);
            }
        }
    }
}
