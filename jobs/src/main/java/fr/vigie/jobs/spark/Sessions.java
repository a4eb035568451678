package fr.vigie.jobs.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark sessions: the settings that Vigie needs, in one place. */
public final class Sessions {
    private Sessions() {}

    /**
     * A session on this machine, or on the cluster that {@code spark-submit} chose, with the lake's catalog.
     *
     * @param name shown by a cluster
     * @param catalog properties of the Iceberg catalog, e.g. {@code type} and {@code warehouse}
     */
    public static SparkSession local(String name, Map<String, String> catalog) {
        var builder = SparkSession.builder()
                .appName(name)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.extensions", "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
                .config("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog")
                // A table that a stage has just replaced must not be read from a cache of the catalog.
                .config("spark.sql.catalog.lake.cache-enabled", "false");
        catalog.forEach((key, value) -> builder.config("spark.sql.catalog.lake." + key, value));
        if (System.getProperty("spark.master") == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", Integer.toString(Math.max(2, cores)))
                    // Small jobs: the plan is known, asking again after each shuffle costs more than it gives.
                    .config("spark.sql.adaptive.enabled", "false")
                    .config("spark.sql.codegen.cache.maxEntries", "1000")
                    .config("spark.shuffle.compress", "false");
        }
        return builder.getOrCreate();
    }
}
