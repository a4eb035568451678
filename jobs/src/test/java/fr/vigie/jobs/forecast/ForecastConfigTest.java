package fr.vigie.jobs.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastConfigTest {
    private static ForecastConfig read(String yaml) {
        return VigieConfig.parse(yaml, "vigie.yaml", List.of(new Block("forecast", ForecastConfig.class)))
                .block(ForecastConfig.class);
    }

    @Test
    void forecastsTwoWeeksOfHalfHoursByTheRegressionFirst() {
        var config = read("");
        assertEquals(14, config.horizonDays());
        assertEquals(30, config.intervalMinutes());
        assertEquals("hour-of-week-regression", config.models().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "horizon-days: 7 | horizon-days (7)",
                "interval-minutes: 20 | interval-minutes (20)",
                "models: [prophet] | 'prophet'",
                "models: [] | At least one",
                "demand: blocked | demand",
                "assumed-handling-time: 0s | assumed-handling-time"
            })
    void namesTheKeyThatCannotBeUsed(String yaml, String message) {
        var e = assertThrows(UserError.class, () -> read("forecast: {" + yaml + "}"));
        assertEquals(2, e.exitCode());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
