package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import fr.vigie.input.Shift;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.Printable;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.Icalendar;
import fr.vigie.jobs.ingest.GivenFiles;
import fr.vigie.jobs.ingest.RowFiles;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Rosters from elsewhere: shifts as {@code ingest shifts} takes them, or calendars. */
final class RosterFiles {
    /** What calendars call activities; who is meant stands in the file's name, an event without a category is on calls. */
    private static final Icalendar CALENDAR = new Icalendar(
            null,
            null,
            Map.of("activity", Icalendar.Field.CATEGORIES),
            null,
            Map.of(
                    "activity",
                    Map.of(
                            "appels", "calls",
                            "pause", "break",
                            "travail", "work",
                            "formation", "training",
                            "réunion", "meeting",
                            "temps protégé", "protected")));

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "how files are written (default: by their names' endings)")
    @Nullable
    String format;

    @Option(names = "--source", paramLabel = "S", description = "the source's block in vigie.yaml, of kind shifts")
    @Nullable
    String source;

    /**
     * The pieces of all files together. What cannot be read is told, a line each.
     *
     * @throws UserError where a record cannot be read, or there is none
     */
    List<Shift> read(Workspace workspace, List<Path> files, PrintWriter err) {
        var settings = Sources.settings(workspace.config(), InputKind.SHIFTS, source, format);
        var keys = KeyFile.ringForReading(KeyFile.of(workspace.root()));
        var given = GivenFiles.named(files).files();
        var read = given.stream()
                .map(file -> RowFiles.of(List.of(file), settings(settings, file), workspace.config(), keys))
                .toList();
        var problems = read.stream().flatMap(rows -> rows.problems().stream()).toList();
        problems.forEach(line -> err.println("vigie: " + Printable.line(line)));
        if (!problems.isEmpty()) {
            throw UserError.failed("The roster has %d records that cannot be read.\nMaybe correct them in their file."
                    .formatted(problems.size()));
        }
        var pieces = read.stream()
                .flatMap(rows -> rows.rows().stream())
                .map(row -> (Shift) row)
                .toList();
        if (pieces.isEmpty()) {
            throw UserError.failed("The roster in %s is empty.\nMaybe its export failed.".formatted(given.get(0)));
        }
        return pieces;
    }

    private SourceConfig settings(SourceConfig settings, Path file) {
        boolean isCalendar =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.ics(\\.gz|\\.zst)?");
        return isCalendar && source == null && format == null
                ? new SourceConfig(InputKind.SHIFTS, CALENDAR, null, null, null, null)
                : settings;
    }
}
