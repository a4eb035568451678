package fr.vigie.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.Delimited;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.FormatSample;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.VigieCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged copies of every sample: whatever the damage, each record is kept or refused with a reason, or the file is refused
 * in words that name it; quickly, and however the file is cut.
 *
 * <p>A mutant is told by its number and can be looked at alone: {@code -Dvigie.mutant=1906}.
 */
class MutationTest {
    private static final Path SERVICE = Path.of("../data-samples/service");
    private static final int MUTANTS = Integer.getInteger("vigie.mutants", 20_000);
    private static final int FIRST = Integer.getInteger("vigie.mutant", 0);
    private static final int WORKERS = 2;
    private static final Limits LIMITS = new Limits(8192, 200);
    private static final int LINES = 8;
    private static final long SHORT_BYTES = 4096;

    /** The calls' columns, some of their times as durations. */
    private static final Format MAPPED = new Delimited(
            ",",
            null,
            null,
            null,
            null,
            Map.of(
                    "call_id",
                    "call_id",
                    "practice_id",
                    "practice_id",
                    "arrived_at",
                    "arrived_at",
                    "outcome",
                    "outcome"),
            Map.of(),
            Map.of("ended_at", List.of("wrap_seconds")),
            Map.of());

    @TempDir
    Path folder = Path.of(".");

    /** Files that are right, and how they are read. */
    private record Sample(Reading reading, List<String> names, List<byte[]> contents) {
        Format format() {
            return reading.format();
        }

        /** Whether a line without quotes is a record. */
        boolean isLines() {
            return format() instanceof VigieCsv || format() instanceof Delimited;
        }
    }

    /**
     * A damaged sample.
     *
     * @param text what all its files say, unpacked
     */
    private record Mutant(Sample sample, List<InputFile> files, byte[] text, boolean packed, int block) {}

    private static Sample sample(InputKind kind, Format format, ZoneId zone, List<Path> files) {
        return new Sample(
                Readings.of(kind, format, zone),
                files.stream().map(f -> String.valueOf(f.getFileName())).toList(),
                files.stream().map(MutationTest::content).toList());
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (var kind : InputKind.values()) {
            if (kind != InputKind.CALLS) {
                samples.add(
                        sample(kind, new VigieCsv(), Readings.PARIS, List.of(SERVICE.resolve(kind.word() + ".csv"))));
            }
        }
        for (var month : List.of("2025-09", "2025-10", "2025-11")) {
            var file = List.of(SERVICE.resolve("calls/" + month + ".csv"));
            samples.add(sample(InputKind.CALLS, new VigieCsv(), Readings.PARIS, file));
            samples.add(sample(InputKind.CALLS, MAPPED, Readings.PARIS, file));
        }
        for (var name : FormatSample.names()) {
            var sample = FormatSample.of(name);
            var files = sample.files().stream().map(InputFile::path).toList();
            samples.add(sample(InputKind.CALLS, sample.format(), sample.wanted().zone(), files));
        }
        for (var folder : FormatSample.configured()) {
            var source = FormatSample.source(folder);
            var files = Objects.requireNonNull(source.files()).stream()
                    .map(folder::resolve)
                    .toList();
            samples.add(sample(
                    source.kind(),
                    source.formatOrCanonical(),
                    Objects.requireNonNullElse(source.zone(), Readings.PARIS),
                    files));
        }
        return samples;
    }

    @Test
    void everyFormatHasASampleToDamage() {
        var damaged = new HashSet<Class<?>>();
        samples().forEach(sample -> damaged.add(sample.format().getClass()));
        assertEquals(new HashSet<>(Arrays.asList(Format.class.getPermittedSubclasses())), damaged);
    }

    @Test
    void noDamageGoesUnnoticedOrDoesHarm() throws InterruptedException {
        var samples = samples();
        var contents = samples.stream().flatMap(s -> s.contents().stream()).toList();
        var workers = Executors.newFixedThreadPool(WORKERS);
        try {
            int last = FIRST == 0 ? MUTANTS : FIRST + 1;
            var results = IntStream.range(FIRST, last)
                    .mapToObj(number -> workers.submit(() -> read(number, samples, contents)))
                    .toList();
            var harm = new AssertionError("Mutants do harm.");
            int refused = 0;
            long records = 0;
            for (int i = 0; i < results.size(); i++) {
                try {
                    // All before it are done: it has begun.
                    var found = results.get(i).get(10, TimeUnit.SECONDS);
                    refused += found.isEmpty() ? 1 : 0;
                    records += found.orElse(0);
                } catch (ExecutionException e) {
                    harm.addSuppressed(new AssertionError("Mutant " + (FIRST + i), e.getCause()));
                } catch (TimeoutException e) {
                    fail("Mutant %d hangs its reader.".formatted(FIRST + i), e);
                }
            }
            if (harm.getSuppressed().length > 0) {
                throw harm;
            }
            if (FIRST == 0) {
                assertTrue(refused < MUTANTS / 2, refused + " files were refused: too few damages leave records");
                assertTrue(records > 2L * MUTANTS, records + " records were read");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Optional<Integer> read(int number, List<Sample> samples, List<byte[]> contents) throws IOException {
        var place = Files.createDirectory(folder.resolve(String.valueOf(number)));
        var mutant = mutant(new SplittableRandom(1906 + number), samples, contents, place);
        var found = records(mutant);
        if (!mutant.packed() && found.isPresent()) {
            RecordCount.of(Format.name(mutant.sample().format().getClass()), mutant.text())
                    .ifPresent(count -> count.check(found.get()));
        }
        for (var file : mutant.files()) {
            Files.delete(file.path());
        }
        Files.delete(place);
        return found;
    }

    /** The files of a sample, one of them damaged. */
    private static Mutant mutant(SplittableRandom random, List<Sample> samples, List<byte[]> contents, Path place)
            throws IOException {
        var sample = samples.get(random.nextInt(samples.size()));
        var mutator = new Mutator(random, contents);
        int which = random.nextInt(sample.names().size());
        var files = new ArrayList<InputFile>();
        var text = new ByteArrayOutputStream();
        int packing = random.nextInt(40);
        for (int i = 0; i < sample.names().size(); i++) {
            if (i != which && !sample.format().joinsFiles()) {
                continue;
            }
            var content = sample.contents().get(i);
            var written = content;
            var name = sample.names().get(i);
            if (i == which) {
                content = mutator.mutant(
                        sample.isLines() && content.length > SHORT_BYTES ? mutator.excerpt(content, LINES) : content);
                written = packing == 0 ? mutator.gzip(content) : packing == 1 ? mutator.zstd(content) : content;
                name += packing == 0 ? ".gz" : packing == 1 ? ".zst" : "";
            }
            if (text.size() > 0) {
                text.write('\n');
            }
            text.writeBytes(content);
            files.add(InputFile.of(Files.write(place.resolve(name), written), LIMITS));
        }
        return new Mutant(sample, List.copyOf(files), text.toByteArray(), packing < 2, 16 + random.nextInt(400));
    }

    /** How many records there are; empty where the file is refused. */
    private static Optional<Integer> records(Mutant mutant) {
        var reading = mutant.sample().reading();
        var files = mutant.files();
        try {
            for (var file : files) {
                file.check();
                file.guarded(() -> reading.format().dropped(file, reading.wanted()));
                file.guarded(() -> reading.format().remarks(file));
            }
        } catch (UserError refused) {
            isFair(refused, files);
            return Optional.empty();
        }
        if (reading.kind() != InputKind.CALLS) {
            return rows(reading, files);
        }
        var whole = calls(reading, files, List.of(Part.WHOLE));
        if (reading.format() instanceof VigieCsv) {
            var parts = FileParts.of(files.get(0), mutant.block()).parts();
            assertEquals(lines(whole), lines(calls(reading, files, parts)), () -> "in " + parts.size() + " parts");
        }
        return Optional.ofNullable(whole).map(List::size);
    }

    private static void isFair(UserError refused, List<InputFile> files) {
        var message = String.valueOf(refused.getMessage());
        assertEquals(1, refused.exitCode(), message);
        assertTrue(files.stream().anyMatch(file -> message.contains(file.name())), message);
        assertTrue(message.length() < 4000, message);
        assertFalse(message.contains("null"), message);
    }

    private static Optional<Integer> rows(Reading reading, List<InputFile> files) {
        try {
            var reader = new RowReader(reading, new Together(0, files, 0, List.of()));
            int records = 0;
            while (reader.hasNext()) {
                var parsed = reader.next();
                records++;
                assertNotEquals(parsed.row() == null, parsed.reject() == null, "a record is kept or rejected");
                if (parsed.row() != null) {
                    fitsItsTable(parsed.row());
                } else {
                    assertFalse(Objects.requireNonNull(parsed.reject()).reason().isEmpty());
                    assertTrue(
                            parsed.reject().detail().length() < 2000,
                            parsed.reject().detail());
                }
            }
            return Optional.of(records);
        } catch (UserError refused) {
            isFair(refused, files);
            return Optional.empty();
        }
    }

    /** Tables count microseconds and days. */
    private static void fitsItsTable(Record row) {
        for (var component : row.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(row);
                if (value instanceof Instant instant) {
                    int year = instant.atZone(ZoneOffset.UTC).getYear();
                    assertTrue(year >= 1900 && year <= 9999, () -> component + " " + value);
                } else if (value instanceof LocalDate day) {
                    assertTrue(day.getYear() >= 1900 && day.getYear() <= 9999, () -> component + " " + value);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("A record shows its own components.", e);
            }
        }
    }

    /** What the calls of a file say, or why they are none; null where the file is refused. */
    private static @Nullable List<String> calls(Reading reading, List<InputFile> files, List<Part> parts) {
        var calls = new ArrayList<String>();
        try {
            for (var part : parts) {
                var reader = new CallReader(reading, new CallReader.Task(new Together(0, files, 0, List.of()), part));
                while (reader.next()) {
                    calls.add(reader.sequence() + " " + said(reader));
                }
            }
        } catch (UserError refused) {
            isFair(refused, files);
            return null;
        }
        return calls;
    }

    private static String lines(@Nullable List<String> calls) {
        return calls == null ? "refused" : String.join("\n", calls);
    }

    private static String said(CallReader reader) {
        var problem = reader.problem();
        if (problem != null) {
            assertFalse(problem.reason().isEmpty());
            return problem.toString();
        }
        var call = reader.call();
        assertTrue(call.arrivedAt <= call.endedAt, "a call that is kept is in order");
        return "%s %d %d %d %s"
                .formatted(
                        new String(call.callId, call.callIdFrom, call.callIdLength, StandardCharsets.UTF_8),
                        call.arrivedAt,
                        call.endedAt,
                        call.callerLow,
                        new String(reader.words().text(call.practice), StandardCharsets.UTF_8));
    }
}
