package fr.vigie.jobs.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one call by canonical column, put together one after the other. */
final class CallValues {
    private final List<String> columns;
    private final @Nullable String[] values;

    CallValues(Wanted wanted) {
        columns = wanted.columns();
        values = new String[columns.size()];
    }

    /** Sets a column; one that is not wanted is left out. */
    CallValues set(String column, @Nullable String value) {
        int place = columns.indexOf(column);
        if (place >= 0) {
            values[place] = value;
        }
        return this;
    }

    /** Sets a column to an instant. */
    CallValues set(String column, @Nullable Instant instant) {
        return set(column, instant == null ? null : instant.toString());
    }

    RawRecord record(int file, long line) {
        return new RawRecord(file, line, values, null);
    }

    /** A record that is no call. */
    static RawRecord problem(int file, long line, Wanted wanted, String reason, String detail) {
        return new RawRecord(file, line, new String[wanted.columns().size()], new Problem(reason, detail));
    }
}
