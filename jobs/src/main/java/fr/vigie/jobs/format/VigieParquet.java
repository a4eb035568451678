package fr.vigie.jobs.format;

import java.util.List;

/**
 * Parquet files with the canonical columns in any order: text, whole numbers, and timestamps where a column is a time.
 * Only the row group at hand is in memory. A record's line is its row's number.
 */
public record VigieParquet() implements Format {
    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var rows = ParquetRows.open(files.get(0), wanted);
        return new RecordsAhead(rows::next, rows::close);
    }

    @Override
    public List<String> dropped(InputFile file, Wanted wanted) {
        try (var rows = ParquetRows.open(file, wanted)) {
            return rows.columns().stream()
                    .filter(c -> !wanted.columns().contains(c))
                    .toList();
        }
    }
}
