package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.bench.CallsFile;
import fr.vigie.jobs.format.BadValue;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.VigieCsv;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneNumbers;
import fr.vigie.privacy.PseudonymKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every call goes through while it is read, one function at a time, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CallFunctions {
    private static final int CALLS = 100_000;
    /** More than are remembered, so that each is new. */
    private static final int NUMBERS = 1 << 20;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PseudonymKey key = PseudonymKey.of("a key for measuring with");
    private final CallerKeys pseudonyms = new CallerKeys(key);
    private final PhoneNumbers france = new PhoneNumbers("FR");
    private final TimeReader times = new TimeReader(PARIS);
    private final byte[] utc = "2025-10-01T08:30:00Z".getBytes(StandardCharsets.US_ASCII);
    private final byte[] local = "2025-10-01T10:30:00".getBytes(StandardCharsets.US_ASCII);
    private final String[] numbers = IntStream.range(0, NUMBERS)
            .mapToObj(i -> "+336" + (10_000_000 + i))
            .toArray(String[]::new);
    private Reading reading = reading();
    private CallReader.Task task = new CallReader.Task(new Together(0, List.of(), 0, List.of()), Part.WHOLE);
    private int next;

    private Reading reading() {
        return new Reading(
                "calls",
                new VigieCsv(),
                RowBinder.wanted(InputKind.CALLS, PARIS),
                PARIS,
                "FR",
                new KeyRing(key, List.of()),
                new Forgotten(Map.of()),
                null,
                null);
    }

    /** Writes the file that is read. */
    @Setup
    public void write() throws IOException {
        var folder = Files.createDirectories(Path.of("target/bench"));
        var file = folder.resolve("calls-to-parse.csv");
        new CallsFile(CALLS, LocalDate.of(2025, 9, 1), 1, CallsFile.Names.BY_DAY).write(file, folder.resolve("practices.csv"));
        task = CallReader.Task.of(0, InputFile.of(file, Limits.usual()), Part.WHOLE);
    }

    /** From bytes of a canonical file to a validated call with its pseudonym, whose caller has mostly not called before. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long aCallOfAFile() {
        var reader = new CallReader(reading, task);
        long calls = 0;
        while (reader.next()) {
            calls += reader.problem() == null ? 1 : 0;
        }
        return calls;
    }

    @Benchmark
    public long anInstantInUtc() throws BadValue {
        return times.micros(utc, 0, utc.length);
    }

    @Benchmark
    public long aLocalTime() throws BadValue {
        return times.micros(local, 0, local.length);
    }

    /** The HMAC of a caller who has not called before. */
    @Benchmark
    public byte[] thePseudonymOfANewCaller() {
        return pseudonyms.of(numbers[next++ & NUMBERS - 1]);
    }

    @Benchmark
    public byte[] thePseudonymOfACallerWhoCallsAgain() {
        return pseudonyms.of(numbers[next++ & 0xFF]);
    }

    @Benchmark
    public Optional<String> aFrenchNumberToE164() {
        return france.e164("06 12 34 56 78");
    }

    /** Not French: by Google's library. */
    @Benchmark
    public Optional<String> aForeignNumberToE164() {
        return france.e164("+44 20 7946 0958");
    }
}
