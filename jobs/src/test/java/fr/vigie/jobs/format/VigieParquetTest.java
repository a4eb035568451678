package fr.vigie.jobs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VigieParquetTest {
    private static final Wanted WANTED = new Wanted(
            InputKind.CALLS,
            List.of("call_id", "arrived_at", "answered_at", "ended_at", "wrap_seconds", "outcome"),
            List.of("call_id", "arrived_at", "ended_at", "outcome"),
            ZoneId.of("Europe/Paris"));
    private static final String TEXTS =
            """
            message calls {
              required binary outcome (STRING);
              optional binary arrived_at (STRING);
              optional binary ended_at (STRING);
              optional binary call_id (STRING);
              optional binary remark (STRING);
            }
            """;

    @TempDir
    Path folder;

    private static List<String> read(Path path) {
        var file = InputFile.of(path, Limits.usual());
        var found = new ArrayList<String>();
        file.guarded(file.guarded(() -> new VigieParquet().read(List.of(file), WANTED)))
                .forEachRemaining(r -> found.add(r.line() + " "
                        + (r.problem() == null
                                ? Arrays.toString(r.values())
                                : r.problem().reason())));
        return found;
    }

    private Path path() {
        return folder.resolve("calls.parquet");
    }

    private static Object[] row(Object... values) {
        return values;
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionCodecName.class,
            names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void readsRowGroupsOfEveryUsualCompression(CompressionCodecName codec) throws IOException {
        var rows = new Object[1000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("abandoned", "a" + i, i % 2 == 0 ? "b" : null, "c" + i, "kept out");
        }
        var found = read(ParquetFiles.write(path(), codec, TEXTS, rows));
        assertEquals(1000, found.size());
        assertEquals("1 [c0, a0, null, b, null, abandoned]", found.get(0));
        assertEquals("1000 [c999, a999, null, null, null, abandoned]", found.get(999));
    }

    @Test
    void timestampsOfEveryUnitAreInstantsAndLocalOnesStayLocal() throws IOException {
        var julian = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        julian.putLong(6 * 3_600_000_000_000L + 1_000_000).putInt(2_461_130);
        var file = ParquetFiles.write(
                path(),
                CompressionCodecName.SNAPPY,
                """
                message calls {
                  required int64 call_id;
                  required int64 arrived_at (TIMESTAMP(MILLIS,false));
                  required int96 answered_at;
                  required int64 ended_at (TIMESTAMP(NANOS,true));
                  required int32 wrap_seconds;
                  required binary outcome (ENUM);
                }
                """,
                row(7L, 1774857600123L, julian.array(), 1774850400_000_001_000L, 12, "answered"));
        assertEquals(
                List.of(
                        "1 [7, 2026-03-30T08:00:00.123, 2026-03-30T06:00:00.001Z, 2026-03-30T06:00:00.000001Z, 12, answered]"),
                read(file));
        assertEquals(Instant.parse("2026-03-30T06:00:00Z").getEpochSecond(), 1774850400L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int64 arrived_at",
                "double arrived_at",
                "int32 arrived_at (DATE)",
                "binary arrived_at (DECIMAL(9,2))",
                "fixed_len_byte_array(16) arrived_at (UUID)"
            })
    void aTypeThatIsOfNoUseRefusesTheFile(String column) throws IOException {
        var file = ParquetFiles.write(
                path(), CompressionCodecName.SNAPPY, TEXTS.replace("binary arrived_at (STRING)", column));
        var error = assertThrows(UserError.class, () -> read(file));
        assertTrue(String.valueOf(error.getMessage()).contains("arrived_at"), error.getMessage());
    }

    @Test
    void aListRefusesTheFileUnlessItsColumnIsUnknown() throws IOException {
        assertThrows(
                UserError.class,
                () -> read(ParquetFiles.write(
                        path(),
                        CompressionCodecName.SNAPPY,
                        TEXTS.replace("required binary outcome", "repeated binary outcome"))));
        var other = ParquetFiles.write(
                folder.resolve("other.parquet"),
                CompressionCodecName.SNAPPY,
                TEXTS.replace("optional binary remark", "repeated binary remark"),
                row("abandoned", "a", "b", "c", "d"));
        assertEquals(List.of("1 [c, a, null, b, null, abandoned]"), read(other));
    }

    @Test
    void columnsThatAreUnknownAreNamed() throws IOException {
        var file = ParquetFiles.write(path(), CompressionCodecName.SNAPPY, TEXTS);
        assertEquals(List.of("remark"), new VigieParquet().dropped(InputFile.of(file, Limits.usual()), WANTED));
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        var file = ParquetFiles.write(path(), CompressionCodecName.SNAPPY, TEXTS.replace("ended_at", "end"));
        var error = assertThrows(UserError.class, () -> read(file));
        assertTrue(String.valueOf(error.getMessage()).contains("ended_at"), error.getMessage());
    }

    @Test
    void textThatIsNotUtf8IsAProblemOfItsRow() throws IOException {
        var file = ParquetFiles.write(
                path(),
                CompressionCodecName.SNAPPY,
                TEXTS,
                row("abandoned", "a", "b", new byte[] {'c', (byte) 0xe9}, null),
                row("abandoned", "a", "b", "d", null));
        assertEquals(List.of("1 not-utf-8", "2 [d, a, null, b, null, abandoned]"), read(file));
    }

    @Test
    void whatIsDamagedOrNoParquetIsSaidInOneLine() throws IOException {
        var sound =
                ParquetFiles.write(path(), CompressionCodecName.SNAPPY, TEXTS, row("abandoned", "a", "b", "c", "d"));
        byte[] bytes = Files.readAllBytes(sound);
        refused("cut.parquet", Arrays.copyOf(bytes, bytes.length / 2), "no Parquet file");
        refused(
                "text.parquet",
                "call_id,arrived_at\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "no Parquet");
        refused("short.parquet", new byte[] {'P', 'A', 'R', '1'}, "no Parquet");
        var damaged = bytes.clone();
        Arrays.fill(damaged, 20, bytes.length - 40, (byte) 0x7f);
        refused("damaged.parquet", damaged, "damaged.parquet");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        refused("calls.parquet", packed.toByteArray(), "compressed as a whole");
    }

    private void refused(String name, byte[] bytes, String why) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        var error = assertThrows(UserError.class, () -> read(file));
        assertNotNull(error.getMessage());
        assertTrue(error.getMessage().contains(why), error.getMessage());
    }
}
