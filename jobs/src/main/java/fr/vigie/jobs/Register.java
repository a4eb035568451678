package fr.vigie.jobs;

import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Erasure;
import fr.vigie.jobs.lake.ForgottenRow;
import fr.vigie.jobs.lake.FreeText;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must outlive the lake, for no input file tells it: who was forgotten, what was purged, who decided what. A file of
 * the workspace repeats it; a lake that was lost, or is an older one, gets from it what it lacks.
 */
final class Register {
    /** What limits of retention remove, wholly or the texts in it. */
    private static final List<Table<? extends Record>> PURGED_TABLES = Stream.<Table<? extends Record>>concat(
                    Stream.of(Tables.CALL, Tables.PRESENCE),
                    FreeText.ALL.stream().map(FreeText::table))
            .toList();

    private static final String LAKE = "lake";
    private static final String PURGED = "purged_before";
    private static final String FORGOTTEN = "forgotten";
    private static final String DECISIONS = "decisions";

    private final Path file;
    private final Lake lake;

    Register(Path workspace, Lake lake) {
        this.file = workspace.resolve("register.json");
        this.lake = lake;
    }

    /** Gives the lake what it lacks. */
    void restore() {
        if (Files.notExists(file)) {
            return;
        }
        var kept = read();
        if (lakeState().equals(kept.get(LAKE))) {
            return;
        }
        var before = texts(kept.get(PURGED));
        for (var table : PURGED_TABLES) {
            var date = before.get(table.name());
            if (date != null) {
                restore(table, LocalDate.parse(date));
            }
        }
        restoreForgotten(rows(kept, FORGOTTEN));
        restoreDecisions(rows(kept, DECISIONS).stream().map(Register::decision).toList());
    }

    private void restore(Table<? extends Record> table, LocalDate date) {
        // Without a log of runs nothing is known of files: an empty table hides none that would be read.
        if (!lake.exists(table) && !lake.exists(Tables.RUN)) {
            lake.createIfAbsent(table);
        }
        if (lake.exists(table)
                && lake.purgedBefore(table)
                        .filter(known -> !known.isBefore(date))
                        .isEmpty()) {
            new Erasure(lake).purgedBefore(table, date);
        }
    }

    private void restoreForgotten(List<Map<String, String>> kept) {
        var known = lake.read(Tables.FORGOTTEN).collectAsList().stream()
                .map(Register::fields)
                .toList();
        var missing = kept.stream()
                .filter(row -> !known.contains(row))
                .map(row -> new ForgottenRow(text(row, "key_id"), HexFormat.of().parseHex(text(row, "caller_key"))))
                .toList();
        if (!missing.isEmpty()) {
            lake.note(Tables.FORGOTTEN, lake.spark().createDataset(missing, Tables.FORGOTTEN.encoder()));
        }
    }

    private void restoreDecisions(List<DecisionRow> kept) {
        var known = new Decisions(lake).all();
        if (known.size() < kept.size() && kept.subList(0, known.size()).equals(known)) {
            lake.note(
                    Tables.DECISION,
                    lake.spark().createDataset(kept.subList(known.size(), kept.size()), Tables.DECISION.encoder()));
        }
    }

    /** Repeats what the lake tells now. */
    void keep() {
        var state = lakeState();
        if (state.isEmpty() || (Files.exists(file) && state.equals(read().get(LAKE)))) {
            return;
        }
        var purged = new TreeMap<String, String>();
        for (var table : PURGED_TABLES) {
            lake.purgedBefore(table).ifPresent(date -> purged.put(table.name(), date.toString()));
        }
        var content = new TreeMap<String, Object>();
        content.put(LAKE, state);
        content.put(PURGED, purged);
        content.put(
                FORGOTTEN,
                lake.read(Tables.FORGOTTEN).collectAsList().stream()
                        .map(Register::fields)
                        .toList());
        content.put(
                DECISIONS,
                new Decisions(lake).all().stream().map(Register::fields).toList());
        try {
            PrivateFile.write(file, Json.of(content) + "\n");
        } catch (IOException e) {
            throw UserError.failed(
                    "The file %s cannot be written (%s); the lake holds what it was to repeat.\nMaybe its folder is read-only or full."
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }

    /** Names the state of what is repeated; empty where there is nothing. */
    private String lakeState() {
        var state = new ArrayList<String>();
        for (var table : PURGED_TABLES) {
            lake.purgedBefore(table).ifPresent(date -> state.add(table.name() + " " + date));
        }
        for (var table : List.of(Tables.FORGOTTEN, Tables.DECISION)) {
            lake.snapshot(table).ifPresent(id -> state.add(table.name() + " " + id));
        }
        return String.join(", ", state);
    }

    private SortedMap<String, Object> read() {
        try {
            return Json.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalStateException e) {
            throw UserError.failed(
                    "The file %s, which tells who was forgotten and what was purged, cannot be read (%s).\nMaybe restore it from a backup."
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static List<Map<String, String>> rows(Map<String, Object> kept, String name) {
        return kept.get(name) instanceof Collection<?> rows
                ? rows.stream().map(Register::texts).toList()
                : List.of();
    }

    private static Map<String, String> texts(@Nullable Object fields) {
        return fields instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())))
                : Map.of();
    }

    private static Map<String, String> fields(ForgottenRow row) {
        return Map.of("key_id", row.keyId(), "caller_key", HexFormat.of().formatHex(row.callerKey()));
    }

    private static Map<String, String> fields(DecisionRow row) {
        var fields = new TreeMap<>(Map.of(
                "number",
                String.valueOf(row.number()),
                "at",
                row.at().toString(),
                "subject",
                row.subject(),
                "id",
                row.id(),
                "action",
                row.action(),
                "actor",
                row.actor(),
                "previous",
                row.previous()));
        if (row.reason() != null) {
            fields.put("reason", row.reason());
        }
        return fields;
    }

    private static DecisionRow decision(Map<String, String> row) {
        return new DecisionRow(
                Long.parseLong(text(row, "number")),
                Instant.parse(text(row, "at")),
                text(row, "subject"),
                text(row, "id"),
                text(row, "action"),
                text(row, "actor"),
                row.get("reason"),
                text(row, "previous"));
    }

    private static String text(Map<String, String> row, String name) {
        var text = row.get(name);
        if (text == null) {
            throw new IllegalStateException("The register lacks '%s' of a row.".formatted(name));
        }
        return text;
    }
}
