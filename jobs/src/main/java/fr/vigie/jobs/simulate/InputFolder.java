package fr.vigie.jobs.simulate;

import fr.vigie.input.Call;
import fr.vigie.input.InputKind;
import fr.vigie.input.InputRow;
import fr.vigie.simulate.Sink;
import fr.vigie.simulate.Truth;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input files of a service: {@code KIND.csv} for every kind, calls by month in {@code calls/YYYY-MM.csv}, and
 * {@code truth.csv}.
 */
final class InputFolder implements Sink, Closeable {
    private final Path calls;
    private final Map<Class<?>, CsvRows> files = new HashMap<>();
    private final CsvRows truths;
    private @Nullable YearMonth month;
    private @Nullable CsvRows callsOfMonth;
    private long callCount;

    InputFolder(Path folder) throws IOException {
        calls = Files.createDirectories(folder.resolve(InputKind.CALLS.word()));
        for (var kind : InputKind.values()) {
            if (kind != InputKind.CALLS) {
                files.put(kind.row(), new CsvRows(folder.resolve(kind.word() + ".csv"), asRecord(kind.row())));
            }
        }
        truths = new CsvRows(folder.resolve("truth.csv"), Truth.class);
    }

    /** Calls written. */
    long callCount() {
        return callCount;
    }

    @Override
    public void accept(InputRow row) {
        var file = row instanceof Call call ? callsOf(call) : files.get(row.getClass());
        if (file == null) {
            throw new IllegalStateException("There is no file for rows such as " + row + ".");
        }
        file.write((Record) row);
    }

    @Override
    public void accept(Truth truth) {
        truths.write(truth);
    }

    /** Nothing is simulated at night: a call's month is the same in UTC and where it was made. */
    private CsvRows callsOf(Call call) {
        callCount++;
        var arrived = YearMonth.from(call.arrivedAt().atOffset(ZoneOffset.UTC));
        var file = callsOfMonth;
        if (file == null || !arrived.equals(month)) {
            try {
                if (file != null) {
                    file.close();
                }
                file = new CsvRows(calls.resolve(arrived + ".csv"), Call.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            month = arrived;
            callsOfMonth = file;
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
        truths.close();
        if (callsOfMonth != null) {
            callsOfMonth.close();
        }
    }

    private static Class<? extends Record> asRecord(Class<? extends InputRow> row) {
        return row.asSubclass(Record.class);
    }
}
