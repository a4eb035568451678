package fr.vigie.jobs.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {
    private static RetentionConfig config(String yaml) {
        return VigieConfig.parse(yaml, "test", List.of(new Block("retention", RetentionConfig.class)))
                .block(RetentionConfig.class);
    }

    @Test
    void aYearIsTheDefault() {
        var year = Duration.ofDays(365);
        assertEquals(new RetentionConfig(year, year, year), config(""));
    }

    @Test
    void limitsAreWholeDays() {
        assertEquals(Duration.ofDays(180), config("retention: {calls: 180d}").calls());
        for (var limit : List.of("0d", "12h", "36h", "-3d", "99999999999d")) {
            var refusal = assertThrows(UserError.class, () -> config("retention: {notes: %s}".formatted(limit)));
            assertTrue(String.valueOf(refusal.getMessage()).contains("retention"), refusal::getMessage);
        }
    }
}
