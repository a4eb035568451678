package fr.vigie.jobs.ingest;

import fr.vigie.input.InputRow;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Limits;
import fr.vigie.jobs.format.Problem;
import fr.vigie.privacy.PhoneMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of files that are looked at without being kept, read as an ingest would read them.
 *
 * @param rows those that can be used, in order
 * @param problems a line for each record that cannot: file, line, reason and what is wrong
 */
public record RowFiles(List<InputRow> rows, List<String> problems) {
    public RowFiles {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * Reads files.
     *
     * @param settings of any kind but calls
     * @param keys names that hold a phone number are replaced as they are in tables
     */
    public static RowFiles of(List<Path> files, SourceConfig settings, VigieConfig config, KeyRing keys) {
        var service = config.block(ServiceConfig.class);
        var zone = settings.zone() == null ? service.zone() : settings.zone();
        var wanted = RowBinder.wanted(settings.kind(), zone);
        var mask =
                PhoneMask.of(settings.countryOr(config.block(IngestConfig.class).country()));
        var binder = new RowBinder(settings.kind().row(), zone, mask, new RecordKey(keys.names(), mask));
        var rows = new ArrayList<InputRow>();
        var problems = new ArrayList<String>();
        for (var path : files) {
            var file = InputFile.of(path, Limits.usual());
            file.check();
            var format = settings.formatOrCanonical();
            try (var records = file.guarded(file.guarded(() -> format.read(List.of(file), wanted)))) {
                while (records.hasNext()) {
                    var record = records.next();
                    var bound = record.problem() == null
                            ? binder.bind(record.values())
                            : RowBinder.Bound.not(record.problem());
                    var row = bound.row();
                    var problem = row == null ? bound.problem() : Validity.of(row, null);
                    if (row != null && problem == null) {
                        rows.add(row);
                    } else {
                        problems.add(mask.masked(line(path, record.line(), problem)));
                    }
                }
            }
        }
        return new RowFiles(rows, problems);
    }

    private static String line(Path file, long line, @Nullable Problem problem) {
        return problem == null
                ? "%s:%d".formatted(file, line)
                : "%s:%d: %s: %s".formatted(file, line, problem.reason(), problem.detail());
    }
}
