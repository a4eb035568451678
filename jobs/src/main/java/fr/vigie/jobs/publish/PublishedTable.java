package fr.vigie.jobs.publish;

import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the lake that people query in ClickHouse.
 *
 * @param table the lake's table
 * @param readers who may read it
 * @param orderBy the columns it is sorted by
 */
record PublishedTable<R extends Record>(Table<R> table, Readers readers, List<String> orderBy) {

    /** Who may read a table: each has a database of its own. */
    enum Readers {
        SERVICE,
        AUTHORITIES
    }

    /** Results only. Calls, persons and decisions stay in the lake. */
    static final List<PublishedTable<?>> ALL = List.of(
            forService(Tables.LOAD, "level", "id", "interval_minutes", "starts_at"),
            forService(Tables.FORECAST, "as_of", "model", "level", "id", "starts_at"),
            forService(Tables.FORECAST_TOTAL, "as_of", "model", "level", "id", "days", "local_date"),
            forService(Tables.FORECAST_UPDATE, "as_of", "level", "id", "starts_at"),
            forService(Tables.EFFECT, "as_of", "level", "id", "local_date", "effect"),
            forService(Tables.BACKTEST, "as_of", "model", "level", "id", "horizon"),
            forService(Tables.STAFFING, "as_of", "group", "starts_at"),
            forService(Tables.SCENARIO, "as_of", "scenario"),
            forService(Tables.CALLERS, "as_of", "figure"),
            forService(Tables.PROMISE, "as_of", "practice_id"),
            forService(Tables.BACKLOG, "as_of", "group", "starts_at"),
            forService(Tables.SHORTFALL, "as_of", "group", "local_date", "part"),
            forService(Tables.CARE, "as_of", "team"),
            forService(Tables.CAPACITY, "as_of", "month"),
            forService(Tables.ROSTER, "week", "operator_id", "starts_at"),
            forService(Tables.SIGNAL, "as_of", "signal", "practice_id"),
            forService(Tables.ALERT, "alert_id", "changed_at"),
            forService(Tables.RUN, "stage", "started_at"),
            new PublishedTable<>(
                    Tables.TERRITORY, Readers.AUTHORITIES, List.of("as_of", "mesh", "id", "period", "indicator")));

    private static <R extends Record> PublishedTable<R> forService(Table<R> table, String... orderBy) {
        return new PublishedTable<>(table, Readers.SERVICE, List.of(orderBy));
    }

    List<ClickHouseColumn> columns() {
        return ClickHouseColumn.of(table.row());
    }

    /** What follows a table's name in its {@code CREATE TABLE}. */
    String definition() {
        return columns().stream().map(ClickHouseColumn::declaration).collect(Collectors.joining(", ", "(", ")"))
                + " ENGINE = MergeTree ORDER BY "
                + orderBy.stream().map(column -> '`' + column + '`').collect(Collectors.joining(", ", "(", ")"));
    }

    String insertInto(String name) {
        return "INSERT INTO " + name
                + columns().stream().map(ClickHouseColumn::name).collect(Collectors.joining(", ", " (", ")"))
                + " VALUES "
                + columns().stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
    }
}
