package fr.vigie.jobs.ingest;

import java.io.BufferedReader;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/** The canonical CSV: columns found by their canonical name in any order, {@code ,} or {@code ;}, a BOM accepted. */
public record VigieCsv() implements Format {
    @Override
    public Iterator<RawRecord> read(BufferedReader text, List<String> columns, List<String> required, ZoneId zone) {
        var csv = CsvText.open(text, null);
        int[] positions = CsvText.positions(csv.header(), columns, required);
        return new RawRecords(csv, record -> {
            var values = new String[positions.length];
            for (int i = 0; i < positions.length; i++) {
                values[i] = CsvText.field(record, positions[i]);
            }
            return new RawRecord(
                    record.getStartingLineNumber(),
                    values,
                    CsvText.fieldCount(record, csv.header().size()));
        });
    }

    @Override
    public List<String> dropped(BufferedReader text, List<String> columns) {
        return CsvText.open(text, null).header().stream()
                .filter(c -> !columns.contains(c))
                .toList();
    }
}
