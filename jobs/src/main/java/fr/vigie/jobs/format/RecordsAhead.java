package fr.vigie.jobs.format;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records that are read one ahead, until there is none. */
final class RecordsAhead implements Records {
    private final Supplier<@Nullable RawRecord> source;
    private final Runnable close;
    private @Nullable RawRecord ahead;
    private boolean ended;

    /**
     * Nothing is read before it is asked for.
     *
     * @param source gives the next record, null after the last
     * @param close ends the reading
     */
    RecordsAhead(Supplier<@Nullable RawRecord> source, Runnable close) {
        this.source = source;
        this.close = close;
    }

    @Override
    public void close() {
        close.run();
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = source.get();
            ended = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public RawRecord next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        var record = ahead;
        ahead = null;
        return record;
    }
}
