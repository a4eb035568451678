package fr.vigie.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.spark.RecordEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * The open rejects of a source and kind. One closes when its file is read again without the fault, when a record of its
 * key arrives from any file, and when its key is refused again: then the newer one takes its place.
 *
 * <p>A file that was read before, under whatever name, opens none for a key that the lake holds: that record was corrected
 * since. An ingest that refuses nothing where nothing is open looks at the table of rejects and no further.
 */
final class Rejects {
    private static final Table<RejectRow> TABLE = Tables.CALL_REJECTED;
    private static final Encoder<Refused> REFUSED = RecordEncoder.of(Refused.class);
    private static final int EXAMPLES = 5;
    private static final String KEY = "key";

    private final Lake lake;
    private final String source;
    private final String kind;
    private final List<KnownFile> files;
    private final Set<Integer> readBefore;

    /** Where the files that are not read are now, by their contents. */
    private final Map<String, List<Place>> known;

    private final Column ofSource;
    private final Column ofFiles;

    /**
     * The rejects of a source and kind.
     *
     * @param files that are read, by their numbers within the ingest
     * @param known the files of the source that are not read, for they are in the lake as they are
     * @param readBefore the numbers of the files whose content was read before
     */
    Rejects(Lake lake, Reading reading, List<KnownFile> files, List<KnownFile> known, Collection<Integer> readBefore) {
        this.lake = lake;
        this.source = reading.source();
        this.kind = reading.kind().word();
        this.files = List.copyOf(files);
        this.readBefore = Set.copyOf(readBefore);
        this.known = known.stream()
                .collect(Collectors.groupingBy(
                        KnownFile::content, Collectors.mapping(KnownFile::place, Collectors.toList())));
        this.ofSource = col("source").equalTo(source).and(col("kind").equalTo(kind));
        var content = col("content");
        this.ofFiles =
                ofSource.and(content.isin(files.stream().map(KnownFile::content).toArray())
                        .or(concat_ws("/", col("folder"), col("file"))
                                .isin(files.stream()
                                        .map(file -> file.place().toString())
                                        .toArray())
                                .and(not(content.isin(this.known.keySet().toArray())))));
    }

    /**
     * What an ingest refused.
     *
     * @param reasons how many records for each reason
     * @param examples the first of them
     */
    record Told(SortedMap<String, Long> reasons, List<RejectRow> examples) {}

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
                replace(lake.spark().createDataset(List.of(), REFUSED), ingest, repaired, runId);
            }
        }
        return new Told(new TreeMap<>(), List.of());
    }

    private Told told(Dataset<Refused> refused) {
        var reasons = new TreeMap<String, Long>();
        Ingests.countBy(refused, "reason").forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
        var examples = refused.orderBy("sequence").limit(EXAMPLES).collectAsList();
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
        var arrived = among(ingest.arrived(), keys(open).union(keys(fresh))).persist();
        try {
            if (changes || !arrived.isEmpty()) {
                var opens = without(without(fresh, arrived), corrected(fresh, ingest));
                var stays = without(without(open, arrived), keys(opens));
                lake.rewrite(
                        TABLE,
                        stored.filter(not(ofSource))
                                .union(renamed(stays.as(TABLE.encoder())))
                                .union(rows(opens.as(REFUSED)))
                                .coalesce(1),
                        runId);
            }
        } finally {
            arrived.unpersist();
        }
    }

    /** Of each key the record that was refused last, and all that have none. */
    private static Dataset<Refused> latest(Dataset<Refused> refused) {
        var last = Window.partitionBy(KEY).orderBy(desc("sequence"));
        return refused.withColumn("rank", row_number().over(last))
                .filter(col(KEY).isNull().or(col("rank").equalTo(1)))
                .drop("rank")
                .as(REFUSED);
    }

    /** Those keys of files that were read before which the lake holds. */
    private Dataset<Row> corrected(Dataset<Refused> fresh, Ingest ingest) {
        var numbers = readBefore;
        var again = keys(fresh.filter((FilterFunction<Refused>) r -> numbers.contains(r.file())));
        return readBefore.isEmpty() ? again : among(ingest.standing(), again);
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

    /** Those of many keys that are among a few. */
    private static Dataset<Row> among(Dataset<String> many, Dataset<Row> few) {
        return many.toDF(KEY).join(few, KEY, "left_semi").distinct();
    }

    /** The rows without those that have one of the keys. */
    private static Dataset<Row> without(Dataset<?> rows, Dataset<Row> keys) {
        return rows.toDF().as("row").join(keys.as("without"), col("row.key").equalTo(col("without.key")), "left_anti");
    }
}
