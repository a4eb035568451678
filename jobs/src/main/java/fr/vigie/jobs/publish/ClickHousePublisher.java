package fr.vigie.jobs.publish;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.publish.PublishConfig.ClickHouse;
import fr.vigie.jobs.publish.PublishedTable.Readers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/**
 * Copies the lake's result tables into ClickHouse.
 *
 * <p>A table is written to a stage beside it, counted, and exchanged with the one that people read, which they see
 * whole at any moment: before or after. The comment of a published table names the version of the lake's table that it
 * holds, so that a second run writes nothing. An insert that fails is never sent again: the next run starts a new stage.
 */
public final class ClickHousePublisher {
    /** Rows an insert: few enough for the memory of a small server, enough to make parts worth merging. */
    private static final int BATCH_ROWS = 20_000;

    private final ClickHouse server;
    private final String password;

    /** Publishes to a server whose password the environment holds in {@code VIGIE_CLICKHOUSE_PASSWORD}. */
    public static ClickHousePublisher to(PublishConfig.ClickHouse server) {
        return new ClickHousePublisher(server, System.getenv().getOrDefault("VIGIE_CLICKHOUSE_PASSWORD", ""));
    }

    /**
     * A publisher to a server.
     *
     * @param password of the server's user; empty for none
     */
    public ClickHousePublisher(ClickHouse server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Publishes every table whose content is not there yet.
     *
     * @throws UserError when the server cannot be reached or refuses
     */
    public List<Publication> publish(Lake lake) {
        return talk((connection, statement) -> {
            createDatabases(statement);
            List<Publication> publications = new ArrayList<>();
            for (PublishedTable<?> table : PublishedTable.ALL) {
                publications.add(publish(lake, table, connection, statement));
            }
            return publications;
        });
    }

    /**
     * Makes sure that there is a server that lets us in, before any work is done for it.
     *
     * @throws UserError when there is not
     */
    public void reach() {
        talk((connection, statement) -> statement.execute("SELECT 1"));
    }

    private interface Talk<T> {
        T with(Connection connection, Statement statement) throws SQLException;
    }

    private <T> T talk(Talk<T> talk) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return talk.with(connection, statement);
        } catch (SQLException e) {
            throw UserError.failed(
                    "ClickHouse at %s: %s\nMaybe publish.clickhouse.url or user is wrong, or the server is down."
                            .formatted(
                                    server.url(),
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
        }
    }

    private void createDatabases(Statement statement) throws SQLException {
        for (Readers readers : Readers.values()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + databaseOf(readers));
        }
    }

    private <R extends Record> Publication publish(
            Lake lake, PublishedTable<R> published, Connection connection, Statement statement) throws SQLException {
        String database = databaseOf(published.readers());
        String name = database + '.' + published.table().name();
        String definition = published.definition();
        String content = "lake %s, columns %08x".formatted(lake.version(published.table()), definition.hashCode());
        if (content.equals(contentOf(database, published.table().name(), statement))) {
            return new Publication(name, count(name, statement), false);
        }
        String stage = name + "_stage";
        statement.execute("DROP TABLE IF EXISTS " + stage + " SYNC");
        statement.execute("CREATE TABLE " + stage + ' ' + definition + " COMMENT '" + content + '\'');
        long rows = insert(lake.read(published.table()).toLocalIterator(), published, stage, connection);
        long arrived = count(stage, statement);
        if (arrived != rows) {
            throw new SQLException("%d of %d rows of %s arrived.".formatted(arrived, rows, name));
        }
        statement.execute("CREATE TABLE IF NOT EXISTS " + name + " AS " + stage);
        statement.execute("EXCHANGE TABLES " + stage + " AND " + name);
        statement.execute("DROP TABLE " + stage + " SYNC");
        return new Publication(name, rows, true);
    }

    private static <R extends Record> long insert(
            Iterator<R> rows, PublishedTable<R> published, String stage, Connection connection) throws SQLException {
        List<ClickHouseColumn> columns = published.columns();
        long written = 0;
        try (PreparedStatement insert = connection.prepareStatement(published.insertInto(stage))) {
            while (rows.hasNext()) {
                R row = rows.next();
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(i + 1, columns.get(i).valueIn(row));
                }
                insert.addBatch();
                written++;
                if (written % BATCH_ROWS == 0 || !rows.hasNext()) {
                    insert.executeBatch();
                }
            }
        }
        return written;
    }

    private static String contentOf(String database, String table, Statement statement) throws SQLException {
        try (var result = statement.executeQuery(
                "SELECT comment FROM system.tables WHERE database = '%s' AND name = '%s'".formatted(database, table))) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private static long count(String table, Statement statement) throws SQLException {
        try (var result = statement.executeQuery("SELECT count() FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private String databaseOf(Readers readers) {
        return switch (readers) {
            case SERVICE -> server.database();
            case AUTHORITIES -> server.authoritiesDatabase();
        };
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", password);
        properties.setProperty("retry", "0");
        properties.setProperty("clickhouse_setting_async_insert", "0");
        Connection connection = new com.clickhouse.jdbc.Driver().connect(server.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("the address is not ClickHouse's.");
        }
        return connection;
    }
}
