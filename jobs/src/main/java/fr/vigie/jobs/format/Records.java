package fr.vigie.jobs.format;

import java.util.Iterator;

/**
 * The raw records of files, one after the other. What they are read from is closed behind the last; who stops before it
 * closes them.
 */
public interface Records extends Iterator<RawRecord>, AutoCloseable {

    @Override
    void close();

    /**
     * Records with what is to be closed.
     *
     * @param close does no harm when it comes twice
     */
    static Records of(Iterator<RawRecord> records, Runnable close) {
        return new Records() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public RawRecord next() {
                return records.next();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    /** Records of which all is read, or each of whose files is read to its end in its turn. */
    static Records of(Iterator<RawRecord> records) {
        return of(records, () -> {});
    }
}
