package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.ingest.CallMoves.Moves;
import fr.vigie.jobs.ingest.CallReader.Task;
import fr.vigie.jobs.lake.DatedFile;
import fr.vigie.jobs.lake.DatedFiles;
import fr.vigie.jobs.lake.DayPartitioner;
import fr.vigie.jobs.lake.DaySpans;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import fr.vigie.privacy.PhoneMask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.spark.source.SerializableTableWithSize;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import scala.Tuple2;

/**
 * Calls from files to the lake: parts of the files are read side by side and packed by business day, then each day is
 * worked out with what the lake holds of it and written into files of its month; one commit puts them in place of those
 * that held these days.
 */
final class CallIngest implements Ingest {
    private static final long PARTITION_BYTES = 24L << 20;
    private static final long BUNDLE_BYTES = 8L << 20;

    private final Lake lake;
    private final JavaSparkContext spark;
    private final Reading reading;
    private final List<Task> tasks;
    private final Duration redialWindow;
    private final String runId;
    private final CallKeys keys;
    private final DatedFiles stored;

    /** What is read, packed; kept by Spark for those who ask again. */
    private final JavaPairRDD<Integer, byte[]> calls;

    CallIngest(Lake lake, Reading reading, List<Task> tasks, Duration redialWindow, String runId) {
        this.lake = lake;
        this.spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
        this.reading = reading;
        this.tasks = tasks;
        this.redialWindow = redialWindow;
        this.runId = runId;
        this.stored = new DatedFiles(lake, Tables.CALL);
        long bytes = tasks.stream().mapToLong(CallIngest::bytes).sum();
        this.keys = new CallKeys(DayPartitioner.forSize(bytes, PARTITION_BYTES));
        this.calls = read();
    }

    private static long bytes(Task task) {
        return task.part().bytes() >= 0
                ? task.part().bytes()
                : task.files().stream()
                        .mapToLong(f -> 10 * f.path().toFile().length())
                        .sum();
    }

    /** What a partition of names found. */
    private record Found(CallCensus census, long[] met) implements Serializable {}

    @Override
    public Counts run() {
        var read = calls;
        var found = new ArrayList<Found>();
        collect(read.mapPartitions(CallIngest::found), 0, CallPacker.BUCKETS, found);
        var census = found.stream().map(Found::census).reduce(CallCensus.empty(), CallCensus::plus);
        if (census.days().isEmpty() && census.vanished().isEmpty()) {
            return counts(census, List.of());
        }
        var files = stored.list();
        var moves = census.days().isEmpty() ? Moves.none() : moves(read, census, found, !files.isEmpty());
        moves = moves.without(census.vanished());
        var days = new TreeSet<>(census.days());
        days.addAll(census.late());
        days.addAll(moves.days());
        var spans = DaySpans.of(days, files);
        var replaced = spans.of(files).stream().map(DatedFile::file).toList();
        // Calls shortly before a new day stand in files that stay: its first calls may be redials of them.
        var written = write(files.isEmpty() ? read : read.union(known(spans)), moves.staysIn());
        var counts = counts(census, written);
        commit(written, replaced);
        return counts;
    }

    /** Whether the lake holds calls of a source whose names hold a number, be it that it was found then or would be now. */
    static boolean namesHoldNumbers(Lake lake, Reading reading) {
        var country = reading.country();
        return !lake.readColumns(Tables.CALL)
                .filter(col("source").equalTo(reading.source()))
                .select("call_id")
                .as(Encoders.STRING())
                .mapPartitions(
                        (MapPartitionsFunction<String, String>) ids -> {
                            var mask = PhoneMask.of(country);
                            return flat(ids, id -> (id.startsWith(RecordKey.MARK)
                                                    || !mask.masked(id).equals(id)
                                            ? List.of(id)
                                            : List.<String>of())
                                    .iterator());
                        },
                        Encoders.STRING())
                .isEmpty();
    }

    private static Counts counts(CallCensus census, List<CallDayWriter.Written> written) {
        var kept = new HashMap<Integer, Long>();
        var duplicates = new HashMap<Integer, Long>();
        for (var part : written) {
            part.kept().forEach((file, calls) -> kept.merge(file, calls, Long::sum));
            part.duplicates().forEach((file, calls) -> duplicates.merge(file, calls, Long::sum));
        }
        var files = new TreeMap<Integer, FileCounts>();
        var until = new HashMap<Integer, Instant>();
        census.files().forEach((file, of) -> {
            files.put(
                    file,
                    new FileCounts(
                            of.read(), kept.getOrDefault(file, 0L), duplicates.getOrDefault(file, 0L), of.rejected()));
            if (of.until() != PackedCall.NEVER) {
                until.put(file, Instant.ofEpochSecond(Math.floorDiv(of.until(), 1_000_000L)));
            }
        });
        return new Counts(files, until, census.ambiguousTimes());
    }

    private JavaPairRDD<Integer, byte[]> read() {
        var shared = spark.broadcast(reading);
        var window = redialWindow;
        var bundles = bundles(tasks);
        return spark.parallelize(bundles, bundles.size())
                .mapPartitionsToPair(ofPartition ->
                        flat(flat(ofPartition, List::iterator), task -> new CallPacker(shared.value(), task, window)))
                .partitionBy(keys);
    }

    /** Little files are read one after the other: starting to read takes longer than reading them. */
    private static List<List<Task>> bundles(List<Task> tasks) {
        var bundles = new ArrayList<List<Task>>();
        long bytes = BUNDLE_BYTES;
        for (var task : tasks) {
            if (bytes + bytes(task) > BUNDLE_BYTES) {
                bundles.add(new ArrayList<>());
                bytes = 0;
            }
            bundles.get(bundles.size() - 1).add(task);
            bytes += bytes(task);
        }
        return bundles;
    }

    private JavaPairRDD<Integer, byte[]> known(DaySpans spans) {
        return StoredCalls.of(lake, spans, reading, redialWindow).partitionBy(keys);
    }

    private Moves moves(JavaPairRDD<Integer, byte[]> read, CallCensus census, List<Found> found, boolean lakeHasCalls) {
        Set<Long> met = new HashSet<>();
        found.forEach(f -> Arrays.stream(f.met()).forEach(met::add));
        var stored = new CallMoves.Stored(lake, reading, redialWindow);
        if (lakeHasCalls) {
            var againstLake = new ArrayList<long[]>();
            collect(CallMoves.againstLake(stored, census, read, keys), 0, CallPacker.BUCKETS, againstLake);
            againstLake.forEach(hashes -> Arrays.stream(hashes).forEach(met::add));
        }
        return CallMoves.decide(stored, census, read, met);
    }

    private List<CallDayWriter.Written> write(JavaPairRDD<Integer, byte[]> calls, Map<String, Integer> staysIn) {
        var table = spark.broadcast(SerializableTableWithSize.copyOf(stored.table()));
        var writer = new CallDayWriter(
                table,
                runId,
                1000 * redialWindow.toMillis(),
                reading.source(),
                spark.broadcast(new HashMap<>(staysIn)));
        var written = new ArrayList<CallDayWriter.Written>();
        collect(calls.mapPartitions(writer::write), CallPacker.BUCKETS, keys.numPartitions(), written);
        return written;
    }

    /** Puts the files in place, if they say something else than before. */
    private void commit(List<CallDayWriter.Written> written, List<DataFile> replaced) {
        var changed = new TreeSet<LocalDate>();
        var files = new ArrayList<DataFile>();
        for (var part : written) {
            part.changed().forEach(day -> changed.add(LocalDate.ofEpochDay(day)));
            files.addAll(part.files());
        }
        if (changed.isEmpty()) {
            stored.discard(files);
        } else {
            stored.exchange(replaced, files, runId, changed);
        }
    }

    @Override
    public boolean readsAgain() {
        return tasks.stream().anyMatch(task -> task.together().known() > 0);
    }

    @Override
    public Dataset<Refused> refused() {
        var shared = spark.broadcast(reading);
        var all = tasks;
        return lake.spark()
                .createDataset(IntStream.range(0, tasks.size()).boxed().toList(), Encoders.INT())
                .repartition(Math.min(tasks.size(), 64))
                .flatMap(
                        (FlatMapFunction<Integer, Refused>) number -> refused(shared.value(), all.get(number)),
                        RecordEncoder.of(Refused.class));
    }

    private static Iterator<Refused> refused(Reading reading, Task task) {
        var reader = new CallReader(reading, task);
        var key = RecordKey.of(reading);
        var mask = PhoneMask.of(reading.country());
        return new Iterator<>() {
            private boolean more = toReject();

            private boolean toReject() {
                boolean next = reader.next();
                while (next && reader.problem() == null) {
                    next = reader.next();
                }
                return next;
            }

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public Refused next() {
                var problem = reader.problem();
                if (problem == null) {
                    throw new java.util.NoSuchElementException();
                }
                var refused = Refused.of(reader.sequence(), key.shown(reader.callId()), problem, mask, reader.isTold());
                more = toReject();
                return refused;
            }
        };
    }

    @Override
    public Dataset<Arrived> arrived() {
        var shared = spark.broadcast(reading);
        var names = calls.mapPartitions(blocks -> {
            var key = RecordKey.of(shared.value());
            return flat(blocks, block -> names(block, key));
        });
        return lake.spark().createDataset(names.rdd(), RecordEncoder.of(Arrived.class));
    }

    private static Iterator<Arrived> names(Tuple2<Integer, byte[]> block, RecordKey key) {
        if (block._1() < 0 || CallPacker.isContext(block._1())) {
            return java.util.Collections.emptyIterator();
        }
        var call = new PackedCall();
        var reader = new CallBlock.Reader(block._2(), new Interner());
        return IntStream.range(0, reader.count())
                .mapToObj(i -> {
                    reader.read(call);
                    return new Arrived(shown(key, call.callId()), call.sequence);
                })
                .iterator();
    }

    @Override
    public Dataset<String> standing() {
        var shared = spark.broadcast(reading);
        return lake.readColumns(Tables.CALL)
                .filter(col("source").equalTo(reading.source()))
                .select("call_id")
                .as(Encoders.STRING())
                .mapPartitions(
                        (MapPartitionsFunction<String, String>) ids -> {
                            var key = RecordKey.of(shared.value());
                            return flat(ids, id -> List.of(shown(key, id)).iterator());
                        },
                        Encoders.STRING());
    }

    private static String shown(RecordKey key, String callId) {
        return Objects.requireNonNull(key.shown(callId));
    }

    private static Iterator<Found> found(Iterator<Tuple2<Integer, byte[]>> blocks) {
        var census = CallCensus.empty();
        var names = new ArrayList<Tuple2<Integer, byte[]>>();
        while (blocks.hasNext()) {
            var block = blocks.next();
            if (block._1() == CallPacker.CENSUS) {
                census = census.plus(deserialised(block._2()));
            } else {
                names.add(block);
            }
        }
        return List.of(new Found(census, CallMoves.inDifferentSlots(CallMoves.hashes(names.iterator()))))
                .iterator();
    }

    private static CallCensus deserialised(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (CallCensus) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A census of another version of Vigie.", e);
        }
    }

    /** The results of some partitions only: the others have another work to do. */
    private static <T> void collect(org.apache.spark.api.java.JavaRDD<T> results, int from, int until, List<T> into) {
        for (var partition :
                results.collectPartitions(IntStream.range(from, until).toArray())) {
            into.addAll(partition);
        }
    }

    private static <A, B> Iterator<B> flat(Iterator<A> each, java.util.function.Function<A, Iterator<B>> many) {
        return new Iterator<>() {
            private Iterator<B> current = java.util.Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && each.hasNext()) {
                    current = many.apply(each.next());
                }
                return current.hasNext();
            }

            @Override
            public B next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return current.next();
            }
        };
    }
}
