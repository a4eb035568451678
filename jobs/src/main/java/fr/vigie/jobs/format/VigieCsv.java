package fr.vigie.jobs.format;

import java.util.List;

/** The canonical CSV: columns found by their canonical name in any order, {@code ,} or {@code ;}, a BOM accepted. */
public record VigieCsv() implements Format {
    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var text = files.get(0).delimited(null);
        int[] positions = text.positions(wanted.columns(), wanted.required());
        return new DelimitedRecords(text, positions.length, values -> {
            for (int i = 0; i < positions.length; i++) {
                values[i] = text.text(positions[i]);
            }
        });
    }

    @Override
    public List<String> dropped(InputFile file, Wanted wanted) {
        try (var text = file.delimited(null)) {
            return text.header().stream()
                    .filter(c -> !wanted.columns().contains(c))
                    .toList();
        }
    }
}
