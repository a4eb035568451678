package fr.vigie.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.error.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.jspecify.annotations.Nullable;

/** Rows of a table for people and programs to read: filtered, in a steady order, one at a time. */
public final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INTERVAL = "interval_minutes";

    private final List<String> columns;
    private final Iterator<Row> rows;

    private Rows(List<String> columns, Iterator<Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The rows wanted.
     *
     * @param from first business date, null: any
     * @param to last business date, null: any
     * @param where {@code column=value} conditions, all of which hold
     * @param limit at most so many, 0 or more; null: all
     * @param zone of times without an offset, and of the clock that intervals of 30 and 60 minutes begin on
     */
    public static Rows of(
            Lake lake,
            Table<?> table,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> where,
            @Nullable Integer limit,
            ZoneId zone) {
        if (limit != null && limit < 0) {
            throw UserError.usage("--limit (%d) must not be negative.".formatted(limit));
        }
        var columns = table.columns();
        var conditions = where.stream().map(w -> Condition.of(w, table)).toList();
        var data = table.equals(Tables.LOAD) ? load(lake, conditions, zone) : lake.readColumns(table);
        for (var condition : conditions) {
            data = data.filter(condition.holds(zone));
        }
        var day = day(columns);
        if ((from != null || to != null) && day.isEmpty()) {
            throw UserError.usage("The table '%s' has no date for --from and --to.".formatted(table.name()));
        }
        if (from != null) {
            data = data.filter(col(day.get()).cast("date").geq(lit(from)));
        }
        if (to != null) {
            data = data.filter(col(day.get()).cast("date").leq(lit(to)));
        }
        data = data.orderBy(order(columns).stream().map(c -> col(c)).toArray(Column[]::new));
        if (limit != null) {
            data = data.limit(limit);
        }
        return new Rows(columns, data.toLocalIterator());
    }

    /** A row a line, columns separated by two spaces. */
    public void writeText(PrintWriter out) {
        out.println(String.join("  ", columns));
        rows.forEachRemaining(row -> {
            var texts = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                texts.add(row.isNullAt(i) ? "-" : Printable.line(text(value(row, i))));
            }
            out.println(String.join("  ", texts));
        });
    }

    /** CSV with a header; a text that a spreadsheet would take for a formula is given a leading apostrophe. */
    public void writeCsv(PrintWriter out) {
        try (var writer = CsvWriter.builder().build(new Unclosed(out))) {
            writer.writeRecord(columns);
            rows.forEachRemaining(row -> {
                var texts = new String[columns.size()];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = row.isNullAt(i) ? "" : safe(value(row, i));
                }
                writer.writeRecord(texts);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON lines: one object a row. */
    public void writeJson(PrintWriter out) {
        rows.forEachRemaining(row -> {
            try {
                out.println(JSON.writeValueAsString(map(row)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A row of plain values has no JSON form.", e);
            }
        });
    }

    /** The rows as programs read them: numbers, truth values, lists and texts by column. */
    public List<Map<String, @Nullable Object>> maps() {
        var maps = new ArrayList<Map<String, @Nullable Object>>();
        rows.forEachRemaining(row -> maps.add(map(row)));
        return maps;
    }

    private Map<String, @Nullable Object> map(Row row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), row.isNullAt(i) ? null : plain(value(row, i)));
        }
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Rows::text).toList();
        }
        return value instanceof Number || value instanceof Boolean ? value : text(value);
    }

    private static Dataset<Row> load(Lake lake, List<Condition> conditions, ZoneId zone) {
        int minutes = conditions.stream()
                .filter(c -> c.column().equals(INTERVAL))
                .map(c -> minutes(c.value()))
                .findFirst()
                .orElse(15);
        if (minutes == 15) {
            return lake.readColumns(Tables.LOAD);
        }
        return LoadIntervals.of(lake.read(Tables.LOAD), minutes, zone).select(Tables.LOAD.toColumns());
    }

    private static int minutes(String value) {
        return switch (value) {
            case "15" -> 15;
            case "30" -> 30;
            case "60" -> 60;
            default -> throw UserError.usage(
                    "interval_minutes=%s is not there.\nThere are: 15, 30, 60.".formatted(value));
        };
    }

    private static Optional<String> day(List<String> columns) {
        return List.of("local_date", "day", "week", "as_of", "starts_on", "starts_at", "arrived_at", "changed_at")
                .stream()
                .filter(columns::contains)
                .findFirst();
    }

    /** Where in time first, then everything else as it stands. */
    private static List<String> order(List<String> columns) {
        var order = new ArrayList<String>();
        for (var first : Arrays.asList("as_of", "level", "group", "id", "local_date", "starts_at", "arrived_at")) {
            if (columns.contains(first)) {
                order.add(first);
            }
        }
        columns.stream().filter(c -> !order.contains(c)).limit(6).forEach(order::add);
        return order;
    }

    /** Spark gives lists in a form of its own. */
    private static Object value(Row row, int column) {
        return row.schema().apply(column).dataType() instanceof ArrayType ? row.getList(column) : row.get(column);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Rows::text).collect(Collectors.joining("|"));
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private static String safe(Object value) {
        return value instanceof String || value instanceof List
                ? Printable.spreadsheetCell(text(value))
                : Printable.cell(text(value));
    }

    /** Passes everything on but the end: standard output stays open. */
    private static final class Unclosed extends java.io.FilterWriter {
        Unclosed(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
