package fr.vigie.jobs.ingest;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The raw records of a delimited text, one after the other; empty lines are no records. */
final class RawRecords implements Iterator<RawRecord> {
    private final CsvText csv;
    private final Function<CsvRecord, RawRecord> map;
    private @Nullable CsvRecord next;

    RawRecords(CsvText csv, Function<CsvRecord, RawRecord> map) {
        this.csv = csv;
        this.map = map;
        this.next = csv.next();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RawRecord next() {
        var record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        next = csv.next();
        return map.apply(record);
    }
}
