package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The open rejects of a source and kind. One closes when its file is read again without the fault, when a record of its
 * key arrives after it from any file, and when its key is refused again: then the newer one takes its place.
 *
 * <p>After means: in a file that is new where the reject's was read before, else later in the order of the files. A file
 * that was read before, under whatever name, opens none that had closed. An ingest that refuses nothing where nothing is
 * open looks at the table of rejects and no further.
 */
final class Rejects {
    private static final Table<RejectRow> TABLE = Tables.CALL_REJECTED;
    private static final Encoder<Refused> REFUSED = RecordEncoder.of(Refused.class);
    private static final int EXAMPLES = 5;
    private static final String KEY = "key";
    private static final String CONTENT = "content";
    private static final String SEQUENCE = "sequence";
    private static final String RANK = "rank";
    private static final String IS_NEW = "is_new";
    private static final String[] KEY_ONLY = {KEY};

    private final Lake lake;
    private final String source;
    private final String kind;
    private final List<KnownFile> files;
    private final List<Integer> readBefore;

    /** Where the files that are not read are now, by their contents. */
    private final Map<String, List<Place>> known;

    private final Column ofSource;
    private final Column ofFiles;

    /**
     * The rejects of a source and kind.
     *
     * @param files that are read, by their numbers within the ingest
     * @param grown contents with which files go on that are read
     * @param known the files of the source that are not read, for they are in the lake as they are
     * @param readBefore the numbers of the files whose content was read before
     */
    Rejects(
            Lake lake,
            Reading reading,
            List<KnownFile> files,
            List<String> grown,
            List<KnownFile> known,
            List<Integer> readBefore) {
        this.lake = lake;
        this.source = reading.source();
        this.kind = reading.kind().word();
        this.files = List.copyOf(files);
        this.readBefore = List.copyOf(readBefore);
        this.known = known.stream()
                .collect(Collectors.groupingBy(
                        KnownFile::content, Collectors.mapping(KnownFile::place, Collectors.toList())));
        this.ofSource = of(source, kind);
        var content = col(CONTENT);
        this.ofFiles = ofSource.and(content.isin(contents(files))
                .or(content.isin(grown.toArray()))
                .or(concat_ws("/", col("folder"), col("file"))
                        .isin(files.stream()
                                .map(file -> file.place().toString())
                                .toArray())
                        .and(not(content.isin(this.known.keySet().toArray())))));
    }

    private static Column of(String source, String kind) {
        return col("source").equalTo(source).and(col("kind").equalTo(kind));
    }

    private static Object[] contents(List<KnownFile> files) {
        return files.stream().map(KnownFile::content).toArray();
    }

    /**
     * How many records of some files are refused and nobody has corrected them; those that are merely older than what is
     * kept are not counted.
     */
    static long open(Lake lake, Reading reading, List<KnownFile> files) {
        return lake.exists(TABLE)
                ? lake.read(TABLE)
                        .filter(of(reading.source(), reading.kind().word())
                                .and(col(CONTENT).isin(contents(files)))
                                .and(col("reason").notEqual(Validity.PAST_RETENTION)))
                        .count()
                : 0;
    }

    /**
     * What an ingest refused.
     *
     * @param reasons how many records for each reason, by the number of their file
     * @param examples the first of them
     */
    record Told(SortedMap<Integer, SortedMap<String, Long>> reasons, List<RejectRow> examples) {}

    /** Opens and closes what an ingest that is done asks for, in one commit. */
    Told settle(Ingest ingest, long rejected, String runId) {
        if (rejected > 0) {
            var refused = ingest.refused().persist();
            try {
                // Told first: what is kept of it then has a size, by which Spark sees that it need not sort for a join.
                var told = told(refused);
                replace(refused, ingest, true, runId);
                return told;
            } finally {
                refused.unpersist();
            }
        }
        if (lake.exists(TABLE)) {
            var stored = lake.read(TABLE);
            boolean repaired = !stored.filter(ofFiles).isEmpty() || hasRenamed(stored);
            if (repaired || !stored.filter(ofSource.and(col(KEY).isNotNull())).isEmpty()) {
                // Files that are read once more with new ones may refuse what they refused before.
                var refused =
                        ingest.readsAgain() ? ingest.refused() : lake.spark().createDataset(List.of(), REFUSED);
                replace(refused, ingest, repaired, runId);
            }
        }
        return new Told(new TreeMap<>(), List.of());
    }

    private Told told(Dataset<Refused> refused) {
        var news = refused.filter(not(col("again")));
        var reasons = new TreeMap<Integer, SortedMap<String, Long>>();
        news.groupBy(shiftright(col(SEQUENCE), Refused.LINE_BITS).cast("int"), col("reason"))
                .count()
                .collectAsList()
                .forEach(row -> reasons.computeIfAbsent(row.getInt(0), file -> new TreeMap<>())
                        .put(row.getString(1), row.getLong(2)));
        var examples = news.orderBy(SEQUENCE).limit(EXAMPLES).collectAsList();
        return new Told(
                reasons,
                examples.stream()
                        .map(r -> r.in(files.get(r.file()), source, kind))
                        .toList());
    }

    /**
     * Writes the table anew.
     *
     * @param changes whether it changes for certain; if not, only where a key of an open reject arrived
     */
    private void replace(Dataset<Refused> refused, Ingest ingest, boolean changes, String runId) {
        var stored = lake.read(TABLE);
        var open = stored.filter(ofSource.and(not(ofFiles)));
        var fresh = latest(refused);
        var arrived = arrived(ingest, keys(open).union(keys(fresh))).persist();
        try {
            if (changes || !arrived.isEmpty()) {
                var opens = without(withoutEarlier(fresh, arrived), corrected(fresh, stored, ingest));
                var stays = without(without(open, arrived.filter(IS_NEW).select(KEY)), keys(opens));
                lake.rewrite(
                        TABLE,
                        stored.filter(not(ofSource))
                                .union(renamed(stays.as(TABLE.encoder())))
                                .union(rows(opens.select(columns(REFUSED)).as(REFUSED)))
                                .coalesce(1),
                        runId);
            }
        } finally {
            arrived.unpersist();
        }
    }

    private static Column[] columns(Encoder<?> encoder) {
        return Arrays.stream(encoder.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
    }

    /** Whether a record's file is new, and its place in the order: what is new comes after what was read before. */
    private Dataset<Row> ranked(Dataset<?> records) {
        var file = shiftright(col(SEQUENCE), Refused.LINE_BITS);
        var isNew = not(file.isin(readBefore.toArray()));
        return records.withColumn(IS_NEW, isNew).withColumn(RANK, struct(col(IS_NEW), col(SEQUENCE)));
    }

    /** Of each key the record that was refused last, and all that have none. */
    private Dataset<Row> latest(Dataset<Refused> refused) {
        var last = Window.partitionBy(col(KEY), when(col(KEY).isNull(), col(SEQUENCE)))
                .orderBy(desc(RANK));
        return ranked(refused)
                .withColumn("place", row_number().over(last))
                .filter(col("place").equalTo(1))
                .drop("place");
    }

    /** Those of a few keys of which records were used, with the place of the last and whether one is new. */
    private Dataset<Row> arrived(Ingest ingest, Dataset<Row> keys) {
        return ranked(ingest.arrived())
                .join(keys, KEY_ONLY, "left_semi")
                .groupBy(KEY)
                .agg(max(RANK).as(RANK), max(IS_NEW).as(IS_NEW));
    }

    /** The refused that no record of their key comes after. */
    private static Dataset<Row> withoutEarlier(Dataset<Row> fresh, Dataset<Row> arrived) {
        var sameKey = col("row.key").equalTo(col("good.key"));
        return fresh.as("row")
                .join(arrived.as("good"), sameKey.and(col("good.rank").gt(col("row.rank"))), "left_anti");
    }

    /** The keys of refused records in files that were read before whose rejects had closed, and that the lake holds. */
    private Dataset<Row> corrected(Dataset<Row> fresh, Dataset<RejectRow> stored, Ingest ingest) {
        var again = fresh.filter(not(col(IS_NEW)).and(col(KEY).isNotNull()));
        var closed = rows(again.select(columns(REFUSED)).as(REFUSED))
                .as("row")
                .join(
                        stored.filter(ofSource).as("open"),
                        col("row.key")
                                .equalTo(col("open.key"))
                                .and(col("row.content").equalTo(col("open.content"))),
                        "left_anti")
                .select(col("row.key"));
        return readBefore.isEmpty()
                ? closed
                : ingest.standing()
                        .toDF(KEY)
                        .join(closed, KEY_ONLY, "left_semi")
                        .distinct();
    }

    private Dataset<RejectRow> rows(Dataset<Refused> refused) {
        var ofFile = files;
        var name = source;
        var word = kind;
        return refused.map(
                (MapFunction<Refused, RejectRow>) r -> r.in(ofFile.get(r.file()), name, word), TABLE.encoder());
    }

    /** The rejects of files that are not read, under the names that these have now. */
    private Dataset<RejectRow> renamed(Dataset<RejectRow> rows) {
        var places = known;
        return places.isEmpty()
                ? rows
                : rows.map((MapFunction<RejectRow, RejectRow>) row -> renamed(row, places), TABLE.encoder());
    }

    private boolean hasRenamed(Dataset<RejectRow> stored) {
        var places = known;
        return !places.isEmpty()
                && !stored.filter(ofSource)
                        .filter((FilterFunction<RejectRow>)
                                row -> !renamed(row, places).equals(row))
                        .isEmpty();
    }

    private static RejectRow renamed(RejectRow row, Map<String, List<Place>> places) {
        var now = places.getOrDefault(row.content(), List.of());
        if (now.isEmpty() || now.contains(new Place(row.folder(), row.file()))) {
            return row;
        }
        var place = now.get(0);
        return new RejectRow(
                row.source(),
                row.kind(),
                place.folder(),
                place.name(),
                row.line(),
                row.key(),
                row.reason(),
                row.detail(),
                row.content());
    }

    private static Dataset<Row> keys(Dataset<?> rows) {
        return rows.filter(col(KEY).isNotNull()).select(KEY);
    }

    /** The rows without those that have one of the keys. */
    private static Dataset<Row> without(Dataset<?> rows, Dataset<Row> keys) {
        return rows.toDF().as("row").join(keys.as("without"), col("row.key").equalTo(col("without.key")), "left_anti");
    }
}
