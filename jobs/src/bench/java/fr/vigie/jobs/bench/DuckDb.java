package fr.vigie.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The same work as {@code vigie ingest calls} and {@code vigie load} in DuckDB: parse, validate, pseudonymise (SHA-256
 * in place of the HMAC), deduplicate, redials, calls and quarter-hour load of three levels into Parquet files. Concurrency
 * is left out, which favours DuckDB.
 */
record DuckDb(int threads, String memory) {

    /** Does the work; the calls that are kept. */
    long run(Path calls, Path practices, Path output) throws SQLException, IOException {
        Files.createDirectories(output);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("SET memory_limit = '" + memory + "'");
            statement.execute("SET temp_directory = '" + output.resolve("temp") + "'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TABLE practices AS SELECT practice_id, \"group\" AS pool FROM read_csv('%s')"
                    .formatted(practices));
            statement.execute(
                    """
                    CREATE TABLE calls AS
                    WITH parsed AS (
                        SELECT call_id, practice_id,
                               CASE WHEN caller IS NULL THEN NULL ELSE
                                   unhex(sha256('+33' || substr(caller, 2)))[1:16] END AS caller_key,
                               try_cast(arrived_at AS TIMESTAMPTZ) AS arrived_at,
                               try_cast(queued_at AS TIMESTAMPTZ) AS queued_at,
                               try_cast(answered_at AS TIMESTAMPTZ) AS answered_at,
                               try_cast(ended_at AS TIMESTAMPTZ) AS ended_at,
                               coalesce(try_cast(wrap_seconds AS INTEGER), 0) AS wrap_seconds,
                               operator_id, outcome, request, disposition
                        FROM read_csv('%s', header = true, all_varchar = true)),
                    valid AS (
                        SELECT parsed.*, pool, CAST(arrived_at AT TIME ZONE 'Europe/Paris' AS DATE) AS local_date
                        FROM parsed JOIN practices USING (practice_id)
                        WHERE arrived_at IS NOT NULL AND ended_at >= arrived_at AND wrap_seconds >= 0
                          AND outcome IN ('answered', 'abandoned', 'overflowed', 'voicemail', 'deflected', 'blocked', 'closed')
                          AND (outcome <> 'answered' OR answered_at IS NOT NULL)
                          AND (answered_at IS NULL OR answered_at BETWEEN arrived_at AND ended_at)),
                    one AS (
                        SELECT * FROM valid
                        QUALIFY row_number() OVER (PARTITION BY call_id ORDER BY arrived_at) = 1)
                    SELECT *, CASE WHEN caller_key IS NULL THEN 1 ELSE 1 + count(*) FILTER (outcome NOT IN ('answered', 'deflected'))
                        OVER (PARTITION BY practice_id, caller_key ORDER BY arrived_at
                              RANGE BETWEEN INTERVAL 60 MINUTES PRECEDING AND INTERVAL 1 MILLISECOND PRECEDING) END AS attempt
                    FROM one
                    """
                            .formatted(calls));
            statement.execute(
                    "COPY (SELECT * EXCLUDE (pool), date_trunc('month', local_date) AS month FROM calls) TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARTITION_BY (month))"
                            .formatted(output.resolve("call")));
            var levels = new String[][] {{"practice", "practice_id"}, {"group", "pool"}, {"network", "'network'"}};
            var unions = new StringBuilder();
            for (var level : levels) {
                unions.append(unions.isEmpty() ? "" : " UNION ALL ")
                        .append(load(level[0], level[1]));
            }
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"
                    .formatted(unions, output.resolve("load.parquet")));
            try (var count = statement.executeQuery("SELECT count(*) FROM calls")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private static String load(String level, String id) {
        return """
                SELECT '%s' AS level, %s AS id, 15 AS interval_minutes,
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
                FROM calls GROUP BY ALL"""
                .formatted(level, id);
    }
}
