package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.vigie.input.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeswitchCsvTest {
    private static final Wanted WANTED = new Wanted(
            InputKind.CALLS,
            List.of("call_id", "arrived_at", "answered_at", "ended_at", "outcome"),
            List.of("call_id", "arrived_at", "ended_at", "outcome"),
            ZoneId.of("Europe/Paris"));

    @TempDir
    Path folder;

    private List<String> read(FreeswitchCsv format, String text) throws IOException {
        var file = InputFile.of(Files.writeString(folder.resolve("Master.csv"), text), Limits.usual());
        var found = new ArrayList<String>();
        format.read(List.of(file), WANTED)
                .forEachRemaining(r -> found.add(
                        r.problem() == null
                                ? Arrays.toString(r.values())
                                : r.problem().reason()));
        return found;
    }

    @Test
    void theCompiledTemplateHasASpaceBeforeItsLastValue() throws IOException {
        assertEquals(
                List.of("[u1, 2026-03-30 08:00:00, null, 2026-03-30 08:00:20, abandoned]"),
                read(
                        new FreeswitchCsv("default", null, null),
                        "\"\",\"0639980401\",\"0199000061\",\"public\",\"2026-03-30 08:00:00\",\"\",\"2026-03-30 08:00:20\",\"20\",\"0\",\"ORIGINATOR_CANCEL\",\"u1\",\"\", \"\"\n"));
    }

    @Test
    void theTemplateLikeAsterisksTellsVoicemail() throws IOException {
        assertEquals(
                List.of("[u2, 2026-03-30 08:00:00, null, 2026-03-30 08:00:40, voicemail]"),
                read(
                        new FreeswitchCsv("asterisk", null, null),
                        "\"\",\"0639980401\",\"0199000061\",\"public\",\"\"\"Eve\"\" <0639980401>\",\"sofia/a\",\"\",\"voicemail\",\"default\",\"2026-03-30 08:00:00\",\"2026-03-30 08:00:20\",\"2026-03-30 08:00:40\",\"40\",\"20\",\"NORMAL_CLEARING\",\"3\",\"u2\",\"\"\n"));
    }

    @Test
    void aTemplateOfOnesOwnMayHaveEpochsAndNoQuotesAndTellsLegsApart() throws IOException {
        var format = new FreeswitchCsv(
                null, List.of("uuid", "direction", "start_epoch", "answer_epoch", "end_epoch", "hangup_cause"), null);
        assertEquals(
                List.of(
                        "[u3, 2026-03-30T06:00:00Z, 2026-03-30T06:00:10Z, 2026-03-30T06:01:00Z, answered]",
                        "[u5, 2026-03-30T06:00:00Z, null, 2026-03-30T06:01:00Z, blocked]",
                        "bad-value"),
                read(
                        format,
                        """
                        u3,inbound,1774850400,1774850410,1774850460,NORMAL_CLEARING
                        u4,outbound,1774850400,1774850410,1774850460,NORMAL_CLEARING
                        u5,inbound,1774850400,0,1774850460,USER_BUSY
                        u6,inbound,99999999999999999,0,1774850460,USER_BUSY
                        """));
    }

    @Test
    void aTemplateWithoutTimesOrNamedWronglyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FreeswitchCsv(null, List.of("uuid"), null));
        assertThrows(IllegalArgumentException.class, () -> new FreeswitchCsv("exemple", null, null));
        assertThrows(IllegalArgumentException.class, () -> new FreeswitchCsv("example", List.of("uuid"), null));
    }
}
