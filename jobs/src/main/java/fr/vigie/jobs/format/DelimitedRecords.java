package fr.vigie.jobs.format;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The raw records of a delimited text, one after the other; the text is closed after the last. */
final class DelimitedRecords implements Records {
    /** Takes what is wanted from the text's current record. */
    interface Mapping {
        void map(@Nullable String[] values) throws BadValue;
    }

    private final DelimitedText text;
    private final int width;
    private final Mapping mapping;
    private boolean more;

    DelimitedRecords(DelimitedText text, int width, Mapping mapping) {
        this.text = text;
        this.width = width;
        this.mapping = mapping;
        advance();
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public RawRecord next() {
        if (!more) {
            throw new NoSuchElementException();
        }
        var values = new String[width];
        var problem = text.problem();
        if (problem == null) {
            try {
                mapping.map(values);
            } catch (BadValue e) {
                problem = new Problem(e.reason(), String.valueOf(e.getMessage()));
            }
        }
        var record = new RawRecord(0, text.line(), values, problem);
        advance();
        return record;
    }

    @Override
    public void close() {
        text.close();
    }

    private void advance() {
        more = text.next();
        if (!more) {
            close();
        }
    }
}
