package fr.vigie.jobs.format;

import org.jspecify.annotations.Nullable;

/** The values of a record in the making, put under the names of its columns; those that are not wanted are dropped. */
final class Columns {
    private final Wanted wanted;
    private final @Nullable String[] values;

    Columns(Wanted wanted) {
        this.wanted = wanted;
        this.values = new String[wanted.columns().size()];
    }

    Columns put(String column, @Nullable String value) {
        int at = wanted.columns().indexOf(column);
        if (at >= 0) {
            values[at] = value;
        }
        return this;
    }

    @Nullable
    String[] values() {
        return values;
    }
}
