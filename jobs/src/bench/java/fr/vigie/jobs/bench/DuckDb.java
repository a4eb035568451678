package fr.vigie.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same work as {@code vigie ingest calls} and {@code vigie load} in DuckDB: parse, validate, pseudonymise (SHA-256
 * in place of the HMAC), deduplicate, redials, calls and quarter-hour load of three levels into Parquet files. Concurrency
 * is left out, which favours DuckDB.
 *
 * <p>Told as well as we know how: times without a zone (those with one are several times slower), duplicates found by
 * name and removed by row, redials by a join with the calls that nobody answered instead of a window over a range of time,
 * and the upper levels of the load summed from the lowest.
 */
record DuckDb(int threads, String memory) {

    private static final String MILLIS = "_ms";

    private static final List<String> SUMS = List.of(
            "arrivals",
            "offered",
            "first_attempts",
            "answered",
            "abandoned",
            "overflowed",
            "voicemail",
            "blocked",
            "closed",
            "deflected",
            "answered_within",
            "abandoned_within",
            "abandoned_short",
            "waited_long",
            "handled",
            "handled_ms",
            "talk_ms",
            "wrap_ms",
            "wait_ms",
            "answered_wait_ms");

    /** Does the work; the calls that are kept, and sums over the load of all practices. */
    SortedMap<String, Long> run(Path calls, Path practices, Path output) throws SQLException, IOException {
        Files.createDirectories(output);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET memory_limit = '" + memory + "'");
            statement.execute("SET temp_directory = '" + output.resolve("temp") + "'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET TimeZone = 'UTC'");
            calls(statement, calls, practices);
            statement.execute(
                    "COPY (SELECT * EXCLUDE (pool), date_trunc('month', local_date) AS month FROM calls) TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (month))"
                            .formatted(output.resolve("call")));
            load(statement, output.resolve("load.parquet"));
            return figures(statement);
        }
    }

    /** The same of a lake that was written once, so that all of its data files are part of it. */
    static SortedMap<String, Long> figuresOfLake(Path tables) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE VIEW calls AS SELECT * FROM read_parquet('%s')".formatted(files(tables, "call")));
            // Durations are seconds in the lake, of whole milliseconds.
            statement.execute(
                    """
                    CREATE VIEW load AS
                    SELECT *, %s FROM read_parquet('%s') WHERE level = 'practice'"""
                            .formatted(
                                    SUMS.stream()
                                            .filter(sum -> sum.endsWith(MILLIS))
                                            .map(sum -> "round(1000 * %s)::BIGINT AS %s"
                                                    .formatted(sum.replace(MILLIS, "_seconds"), sum))
                                            .collect(Collectors.joining(", ")),
                                    files(tables, "load")));
            return figures(statement);
        }
    }

    private static String files(Path tables, String table) {
        return tables.resolve(table).resolve("data") + "/*/*.parquet";
    }

    private static SortedMap<String, Long> figures(Statement statement) throws SQLException {
        var sums = SUMS.stream().map(sum -> "sum(%s)::BIGINT AS %s".formatted(sum, sum));
        var figures = new TreeMap<String, Long>();
        try (var row = statement.executeQuery("SELECT (SELECT count(*) FROM calls) AS kept, %s FROM load"
                .formatted(sums.collect(Collectors.joining(", "))))) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                figures.put(row.getMetaData().getColumnName(column), row.getLong(column));
            }
        }
        return figures;
    }

    private static void calls(Statement statement, Path calls, Path practices) throws SQLException {
        statement.execute("CREATE TABLE practices AS SELECT practice_id, \"group\" AS pool FROM read_csv('%s')"
                .formatted(practices));
        statement.execute(
                """
                CREATE TABLE valid AS
                WITH parsed AS (
                    SELECT call_id, practice_id,
                           CASE WHEN caller IS NULL THEN NULL ELSE
                               unhex(sha256('+33' || substr(caller, 2)))[1:16] END AS caller_key,
                           try_cast(arrived_at AS TIMESTAMP) AS arrived_at,
                           try_cast(queued_at AS TIMESTAMP) AS queued_at,
                           try_cast(answered_at AS TIMESTAMP) AS answered_at,
                           try_cast(ended_at AS TIMESTAMP) AS ended_at,
                           coalesce(try_cast(wrap_seconds AS INTEGER), 0) AS wrap_seconds,
                           operator_id, outcome, request, disposition
                    FROM read_csv('%s', header = true, all_varchar = true))
                SELECT parsed.*, pool,
                       CAST((arrived_at AT TIME ZONE 'UTC') AT TIME ZONE 'Europe/Paris' AS DATE) AS local_date
                FROM parsed JOIN practices USING (practice_id)
                WHERE arrived_at IS NOT NULL AND ended_at >= arrived_at AND wrap_seconds >= 0
                  AND outcome IN ('answered', 'abandoned', 'overflowed', 'voicemail', 'deflected', 'blocked', 'closed')
                  AND (outcome <> 'answered' OR answered_at IS NOT NULL)
                  AND (answered_at IS NULL OR answered_at BETWEEN arrived_at AND ended_at)"""
                        .formatted(calls));
        statement.execute(
                """
                CREATE TABLE twice AS
                SELECT call_id, max(rowid) AS last FROM valid GROUP BY call_id HAVING count(*) > 1""");
        statement.execute(
                """
                DELETE FROM valid WHERE rowid IN (
                    SELECT v.rowid FROM valid v JOIN twice USING (call_id) WHERE v.rowid <> last)""");
        statement.execute(
                """
                CREATE TABLE redial AS
                SELECT a.rowid AS call, count(*) AS before
                FROM valid a JOIN valid b ON a.practice_id = b.practice_id AND a.caller_key = b.caller_key
                 AND b.arrived_at < a.arrived_at AND b.arrived_at >= a.arrived_at - INTERVAL 60 MINUTES
                WHERE b.outcome NOT IN ('answered', 'deflected') GROUP BY a.rowid""");
        statement.execute(
                """
                CREATE TABLE calls AS
                SELECT valid.*, 1 + coalesce(before, 0) AS attempt
                FROM valid LEFT JOIN redial ON redial.call = valid.rowid""");
    }

    private static void load(Statement statement, Path output) throws SQLException {
        statement.execute(
                """
                CREATE TABLE load AS
                SELECT practice_id, any_value(pool) AS pool,
                       time_bucket(INTERVAL 15 MINUTES, arrived_at) AS starts_at, any_value(local_date) AS local_date,
                       count(*) AS arrivals,
                       count(*) FILTER (outcome IN ('answered', 'abandoned', 'overflowed', 'voicemail')) AS offered,
                       count(*) FILTER (attempt = 1 AND outcome NOT IN ('closed', 'deflected')) AS first_attempts,
                       count(*) FILTER (outcome = 'answered') AS answered,
                       count(*) FILTER (outcome = 'abandoned') AS abandoned,
                       count(*) FILTER (outcome = 'overflowed') AS overflowed,
                       count(*) FILTER (outcome = 'voicemail') AS voicemail,
                       count(*) FILTER (outcome = 'blocked') AS blocked,
                       count(*) FILTER (outcome = 'closed') AS closed,
                       count(*) FILTER (outcome = 'deflected') AS deflected,
                       count(*) FILTER (outcome = 'answered' AND answered_at - arrived_at <= INTERVAL 20 SECONDS) AS answered_within,
                       count(*) FILTER (outcome = 'abandoned' AND ended_at - arrived_at <= INTERVAL 20 SECONDS) AS abandoned_within,
                       count(*) FILTER (outcome = 'abandoned' AND ended_at - arrived_at <= INTERVAL 5 SECONDS) AS abandoned_short,
                       count(*) FILTER (coalesce(answered_at, ended_at) - arrived_at > INTERVAL 5 MINUTES) AS waited_long,
                       count(*) FILTER (outcome = 'answered' AND ended_at - answered_at >= INTERVAL 10 SECONDS) AS handled,
                       sum(CASE WHEN outcome = 'answered' THEN epoch_ms(ended_at - answered_at) + 1000 * wrap_seconds ELSE 0 END) AS handled_ms,
                       sum(CASE WHEN outcome = 'answered' THEN epoch_ms(ended_at - answered_at) ELSE 0 END) AS talk_ms,
                       sum(CASE WHEN outcome = 'answered' THEN 1000 * wrap_seconds ELSE 0 END) AS wrap_ms,
                       sum(epoch_ms(coalesce(answered_at, ended_at) - arrived_at)) AS wait_ms,
                       sum(CASE WHEN outcome = 'answered' THEN epoch_ms(answered_at - arrived_at) ELSE 0 END) AS answered_wait_ms
                FROM calls GROUP BY practice_id, starts_at""");
        statement.execute(
                """
                COPY (SELECT 'practice' AS level, practice_id AS id, 15 AS interval_minutes, starts_at, local_date, %s FROM load
                      UNION ALL %s UNION ALL %s)
                TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"""
                        .formatted(
                                SUMS.stream()
                                        .map(sum -> "%s::BIGINT AS %s".formatted(sum, sum))
                                        .collect(Collectors.joining(", ")),
                                level("group", "pool"),
                                level("network", "'network'"),
                                output));
    }

    private static String level(String level, String id) {
        return "SELECT '%s', %s AS id, 15, starts_at, any_value(local_date), %s FROM load GROUP BY id, starts_at"
                .formatted(
                        level,
                        id,
                        SUMS.stream().map(sum -> "sum(%s)::BIGINT".formatted(sum)).collect(Collectors.joining(", ")));
    }
}
