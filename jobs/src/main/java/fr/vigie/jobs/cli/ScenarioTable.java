package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.lake.ScenarioRow;
import fr.vigie.jobs.lake.Table;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios beside the week as it is, for people or programs.
 *
 * @param rows the week as it is, then each scenario
 */
record ScenarioTable(List<ScenarioRow> rows, Locale language) {
    private static final String MISSING = "–";

    /** An object a line, with the names of the table's columns. */
    void writeJson(PrintWriter out) {
        rows.forEach(row -> out.println(Json.of(fields(row))));
    }

    private static Map<String, @Nullable Object> fields(ScenarioRow row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (RecordComponent component : ScenarioRow.class.getRecordComponents()) {
            var value = value(row, component);
            fields.put(
                    Table.snakeCase(component.getName()),
                    value == null || value instanceof Number ? value : value.toString());
        }
        return fields;
    }

    private static @Nullable Object value(ScenarioRow row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's accessor failed.", e);
        }
    }

    /** A scenario a line under a head, and then what cannot be applied. */
    void writeText(PrintWriter out) {
        var words = ResourceBundle.getBundle(
                "fr.vigie.jobs.cli.scenario",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var first = rows.get(0);
        out.println(words.getString("title").formatted(first.firstDay(), first.lastDay()));
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                words.getString("scenario"),
                words.getString("calls"),
                words.getString("load"),
                words.getString("agents"),
                words.getString("hours"),
                words.getString("wait"),
                words.getString("service-level"),
                words.getString("abandonment"),
                words.getString("occupancy"),
                words.getString("euros"),
                words.getString("revenue")));
        for (var row : rows) {
            lines.add(List.of(
                    row.scenario().equals(ScenarioRow.BASE) ? words.getString("base") : row.scenario(),
                    number(row.calls(), 1, 0),
                    number(row.handlingHours(), 1, 0),
                    row.peakAgents() == null ? MISSING : String.valueOf(row.peakAgents()),
                    number(row.neededHours(), 1, 0),
                    number(row.meanWaitSeconds(), 1, 1),
                    number(row.serviceLevel(), 100, 1),
                    number(row.abandonment(), 100, 1),
                    number(row.occupancy(), 100, 1),
                    number(row.euros(), 1, 0),
                    number(row.revenueEuros(), 1, 0)));
        }
        aligned(lines).forEach(out::println);
        out.println(words.getString("legend").formatted(String.valueOf(first.method())));
        for (var row : rows) {
            if (row.note() != null) {
                out.println(row.scenario() + ": " + row.note());
            } else if (row.outOfReach() != null && row.outOfReach() > 0) {
                out.println(words.getString("out-of-reach").formatted(row.scenario(), row.outOfReach()));
            }
        }
    }

    private String number(@Nullable Double value, double times, int digits) {
        return value == null ? MISSING : String.format(language, "%,." + digits + "f", value * times);
    }

    private static List<String> aligned(List<List<String>> lines) {
        var widths = new int[lines.get(0).size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new ArrayList<String>();
        for (var line : lines) {
            var padded = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                var blank = " ".repeat(widths[i] - line.get(i).length());
                padded.append(i == 0 ? line.get(i) + blank : "  " + blank + line.get(i));
            }
            text.add(padded.toString());
        }
        return text;
    }
}
