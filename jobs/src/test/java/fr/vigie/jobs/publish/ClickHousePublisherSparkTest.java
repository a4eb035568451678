package fr.vigie.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.LoadRow;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.jobs.lake.TerritoryRow;
import fr.vigie.jobs.publish.PublishConfig.ClickHouse;
import fr.vigie.jobs.spark.SharedSpark;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real driver against the real engine. */
@ExtendWith(SharedSpark.class)
class ClickHousePublisherSparkTest {
    @RegisterExtension
    static final ClickHouseEngine ENGINE = new ClickHouseEngine();

    /** Both two o'clocks of a night in October, and everything around them. */
    private static final Instant BEFORE_THE_CLOCKS_CHANGE = Instant.parse("2026-10-24T20:00:00Z");

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);

    @TempDir
    static Path workspace;

    private static Lake lake;
    private ClickHousePublisher publisher;

    @BeforeAll
    static void fillTheLake(SparkSession shared) {
        SparkSession spark = shared.newSession();
        spark.conf().set("spark.sql.catalog.lake.warehouse", workspace.toString());
        lake = new Lake(spark);
        write(Tables.LOAD, load(), "first");
        write(
                Tables.TERRITORY,
                List.of(
                        new TerritoryRow(
                                AS_OF,
                                "epci",
                                "245900410",
                                "Lille",
                                "2026-10",
                                "apl",
                                3.4,
                                3.1,
                                3.7,
                                41,
                                5200L,
                                false,
                                null),
                        new TerritoryRow(
                                AS_OF,
                                "epci",
                                "200044030",
                                "Flandre",
                                "2026-10",
                                "apl",
                                null,
                                null,
                                null,
                                null,
                                null,
                                true,
                                "l'effectif est trop faible")),
                "first");
        write(
                Tables.BACKTEST,
                List.of(new BacktestRow(
                        AS_OF, "seasonal-naive", "group", "all", "next-day", 0.21, null, null, null, null, 0.8, null)),
                "first");
    }

    @BeforeEach
    void newPublisher() {
        publisher = new ClickHousePublisher(new ClickHouse(ENGINE.url(), "default", "vigie", "vigie_authorities"), "");
    }

    @Test
    void publishesWhatTheLakeHoldsAndNothingTheSecondTime() throws SQLException {
        publisher.publish(lake);
        String contents = contents();
        write(Tables.LOAD, load(), "second");
        assertTrue(written("vigie.load"), "a new commit is published");
        assertEquals(contents, contents(), "with the same content");
        assertFalse(publisher.publish(lake).stream().anyMatch(Publication::written));
        assertEquals(contents, contents());
    }

    @Test
    void replacesWhatIsNoLongerInTheLake() throws SQLException {
        write(Tables.LOAD, load().subList(0, 3), "fewer");
        publisher.publish(lake);
        assertEquals("3", query("SELECT count() FROM vigie.load"));
        write(Tables.LOAD, load(), "all again");
        publisher.publish(lake);
        assertEquals(Long.toString(load().size()), query("SELECT count() FROM vigie.load"));
    }

    @Test
    void aStageLeftBehindByAnInterruptedRunDoesNotMatter() throws SQLException {
        publisher.publish(lake);
        execute("CREATE TABLE vigie.load_stage (whatever String) ENGINE = MergeTree ORDER BY whatever");
        write(Tables.LOAD, load(), "after the interruption");
        assertTrue(written("vigie.load"));
        assertEquals("0", query("SELECT count() FROM system.tables WHERE name LIKE '%_stage'"));
    }

    @Test
    void instantsAndGapsArriveAsTheyAre() throws SQLException {
        publisher.publish(lake);
        assertEquals(
                Long.toString(load().stream()
                        .mapToLong(row -> row.startsAt().toEpochMilli())
                        .sum()),
                query("SELECT sum(toUnixTimestamp64Milli(starts_at)) FROM vigie.load"));
        assertEquals(
                "2026-11-02",
                query(
                        "SELECT as_of FROM vigie_authorities.territory WHERE value IS NULL AND masked AND note LIKE 'l\\'eff%'"));
        assertEquals("seasonal-naive 0.21", query("SELECT model || ' ' || toString(wape) FROM vigie.backtest"));
    }

    @Test
    void authoritiesGetTerritoriesAndNothingElse() throws SQLException {
        publisher.publish(lake);
        assertEquals(
                "territory",
                query("SELECT arrayStringConcat(groupArray(name), ',') FROM system.tables"
                        + " WHERE database = 'vigie_authorities'"));
    }

    @Test
    void theEngineReadsTheLakeItselfAndCountsTheSame() throws SQLException {
        write(Tables.LOAD, load(), "read in place");
        assertEquals(
                lake.read(Tables.LOAD).count() + " "
                        + load().stream().mapToLong(LoadRow::offered).sum(),
                query("SELECT toString(count()) || ' ' || toString(sum(offered)) FROM icebergLocal('%s')"
                        .formatted(workspace.resolve("vigie/load"))));
    }

    private boolean written(String table) {
        return publisher.publish(lake).stream()
                .filter(publication -> publication.table().equals(table))
                .findFirst()
                .orElseThrow()
                .written();
    }

    private static String contents() throws SQLException {
        return query("SELECT arrayStringConcat([toString((SELECT (count(), sum(cityHash64(*))) FROM vigie.load)),"
                + " toString((SELECT (count(), sum(cityHash64(*))) FROM vigie.backtest)),"
                + " toString((SELECT (count(), sum(cityHash64(*))) FROM vigie_authorities.territory))])");
    }

    private static List<LoadRow> load() {
        return IntStream.range(0, 40)
                .mapToObj(i -> {
                    Instant start = BEFORE_THE_CLOCKS_CHANGE.plus(Duration.ofMinutes(15L * i));
                    return new LoadRow(
                            "practice",
                            "p" + i % 3,
                            15,
                            start,
                            LocalDate.of(2026, 10, 25),
                            i + 1,
                            i,
                            i,
                            i,
                            0,
                            0,
                            0,
                            0,
                            1,
                            0,
                            i,
                            0,
                            0,
                            0,
                            0,
                            i,
                            65.5 * i,
                            60.5 * i,
                            5.0 * i,
                            10.0 * i,
                            10.0 * i,
                            1);
                })
                .toList();
    }

    private static <R extends Record> void write(Table<R> table, List<R> rows, String runId) {
        lake.replace(table, lake.spark().createDataset(rows, table.encoder()), runId);
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertTrue(result.next(), "no row: " + sql);
            return result.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:clickhouse:" + ENGINE.url());
    }
}
