package fr.vigie.jobs.launch;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * Loads the classes that a job needs, so that the virtual machine can archive them (AppCDS) and the next start is
 * short. It does once, on a few rows, what the jobs do: Iceberg tables written and read back, text parsed, grouping,
 * a window, a join, code of ours per key, and rows counted while writing.
 *
 * <p>It is packed in a jar of its own and may call nothing else of ours: a jar that stands on the class path while
 * the archive is made must never change afterwards.
 */
public final class WarmUp {

    private static final String TABLE = "lake.warm.up";

    private WarmUp() {}

    /**
     * Does the work once.
     *
     * @param args the folder that takes the throw-away lake
     * @throws Exception when Spark or Iceberg cannot do the work: the launcher then does without an archive
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (SparkSession spark = session(folder)) {
            write(spark);
            read(spark);
            parse(spark, folder);
        }
    }

    private static SparkSession session(Path folder) {
        return SparkSession.builder()
                .master("local[2]")
                .appName("warm-up")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.lake.type", "hadoop")
                .config(
                        "spark.sql.catalog.lake.warehouse",
                        folder.resolve("lake").toString())
                .config("spark.sql.warehouse.dir", folder.resolve("spark").toString())
                .getOrCreate();
    }

    private static void write(SparkSession spark) throws Exception {
        Dataset<Row> rows = spark.range(200)
                .select(
                        col("id").mod(7).cast("string").as("unit"),
                        timestamp_seconds(col("id").multiply(900)).as("starts_at"),
                        to_date(timestamp_seconds(col("id").multiply(900))).as("local_date"),
                        col("id").mod(5).cast("int").as("calls"),
                        col("id").cast("double").as("mean"));
        rows.writeTo(TABLE).using("iceberg").partitionedBy(col("local_date")).createOrReplace();
        Observation seen = new Observation("seen");
        rows.repartition(2, col("unit"))
                .sortWithinPartitions("unit", "starts_at")
                .observe(
                        seen,
                        count(lit(1)).as("rows"),
                        sum(xxhash64(col("unit"), col("starts_at")).cast("decimal(38,0)"))
                                .as("digest"))
                .writeTo(TABLE)
                .overwritePartitions();
        seen.getAsJava();
    }

    private static void read(SparkSession spark) {
        Dataset<Row> rows = spark.table(TABLE);
        Dataset<Row> perUnit = rows.filter("local_date >= DATE'1970-01-01'")
                .groupBy("unit")
                .agg(sum("calls").as("calls"), avg("mean").as("mean"));
        rows.join(perUnit, "unit")
                .withColumn("rank", row_number().over(Window.partitionBy("unit").orderBy("starts_at")))
                .orderBy("unit", "rank")
                .collectAsList();
        rows.groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Long>)
                                (unit, group) -> List.of((long) unit.length()).iterator(),
                        Encoders.LONG())
                .collectAsList();
        spark.table(TABLE + ".snapshots").collectAsList();
    }

    private static void parse(SparkSession spark, Path folder) {
        String text = folder.resolve("text").toString();
        spark.range(50)
                .selectExpr("concat(id, ';', id)")
                .write()
                .option("compression", "gzip")
                .text(text);
        spark.read()
                .textFile(text)
                .map((MapFunction<String, Integer>) String::length, Encoders.INT())
                .distinct()
                .count();
    }
}
