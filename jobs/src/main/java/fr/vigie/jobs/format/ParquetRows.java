package fr.vigie.jobs.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file with flat columns, one after the other, a row group at a time. */
final class ParquetRows implements AutoCloseable {
    private static final int MAGIC_LENGTH = 4;

    /** Small files may be as empty as they like. */
    private static final long ALWAYS_FINE = 64L << 20;

    private final ParquetFileReader file;
    private final Wanted wanted;
    private final String writer;
    private final List<String> columns;
    private final MessageType schema;

    /** For each column of the schema where its value goes, and how it is written. */
    private final List<Integer> places = new ArrayList<>();

    private final List<ParquetText> texts = new ArrayList<>();
    private final List<ColumnReader> readers = new ArrayList<>();
    private long left;
    private long row;

    private ParquetRows(ParquetFileReader file, Wanted wanted) {
        this.file = file;
        this.wanted = wanted;
        this.writer = file.getFooter().getFileMetaData().getCreatedBy();
        var all = file.getFooter().getFileMetaData().getSchema();
        this.columns = all.getFields().stream().map(Type::getName).toList();
        var missing =
                wanted.required().stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw new BadFile("lacks the required column%s %s; it has %s"
                    .formatted(
                            missing.size() > 1 ? "s" : "",
                            String.join(", ", missing),
                            String.join(", ", columns.stream().limit(30).toList())));
        }
        var used = all.getFields().stream()
                .filter(field -> wanted.columns().contains(field.getName()))
                .toList();
        for (var field : used) {
            places.add(wanted.columns().indexOf(field.getName()));
            texts.add(ParquetText.of(field));
        }
        this.schema = new MessageType(all.getName(), used);
        file.setRequestedSchema(schema);
    }

    /**
     * Opens a file.
     *
     * @throws BadFile when it is no Parquet file, lacks a required column or has one of a type that is of no use
     */
    static ParquetRows open(InputFile input, Wanted wanted) {
        if (!input.isPlain()) {
            throw new BadFile("is compressed as a whole (Parquet is compressed inside: maybe unpack it)");
        }
        return input.guarded(() -> {
            checkMagic(input);
            var file = sound(() -> {
                var options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .build();
                return ParquetFileReader.open(new LocalInputFile(input.path()), options);
            });
            try {
                checkInflation(input, file.getFooter().getBlocks());
                return new ParquetRows(file, wanted);
            } catch (BadFile e) {
                close(file);
                throw e;
            }
        });
    }

    /** The names of all columns of the file. */
    List<String> columns() {
        return columns;
    }

    /** The next row; null after the last, when the file is closed. */
    @Nullable
    RawRecord next() {
        while (left == 0) {
            if (!sound(this::nextRowGroup)) {
                close();
                return null;
            }
        }
        left--;
        row++;
        return sound(this::readRow);
    }

    private boolean nextRowGroup() throws IOException {
        var pages = file.readNextRowGroup();
        if (pages == null) {
            return false;
        }
        left = pages.getRowCount();
        var store = new ColumnReadStoreImpl(pages, new GroupRecordConverter(schema).getRootConverter(), schema, writer);
        readers.clear();
        schema.getColumns().forEach(column -> readers.add(store.getColumnReader(column)));
        return true;
    }

    private RawRecord readRow() {
        var values = new String[wanted.columns().size()];
        Problem problem = null;
        for (int i = 0; i < readers.size(); i++) {
            var reader = readers.get(i);
            if (reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel()) {
                try {
                    values[places.get(i)] = texts.get(i).text(reader);
                } catch (BadValue e) {
                    problem = e.problem(wanted.columns().get(places.get(i)));
                }
            }
            reader.consume();
        }
        return new RawRecord(0, row, values, problem);
    }

    @Override
    public void close() {
        close(file);
    }

    private static void close(ParquetFileReader file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkMagic(InputFile input) {
        try (var bytes = new RandomAccessFile(input.path().toFile(), "r")) {
            var magic = new byte[MAGIC_LENGTH];
            if (bytes.length() >= 3 * MAGIC_LENGTH) {
                bytes.seek(bytes.length() - MAGIC_LENGTH);
                bytes.readFully(magic);
            }
            switch (new String(magic, StandardCharsets.ISO_8859_1)) {
                case "PAR1" -> {}
                case "PARE" -> throw new BadFile("is encrypted (maybe write it without)");
                default -> throw new BadFile("is no Parquet file, or is cut off");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkInflation(InputFile input, List<BlockMetaData> rowGroups) {
        long most = Math.max(
                ALWAYS_FINE, input.path().toFile().length() * input.limits().inflation());
        if (rowGroups.stream().anyMatch(b -> b.getTotalByteSize() > most)) {
            throw new BadFile(
                    "grows to more than %d times its size (maybe it is damaged; if it is right, set ingest.inflation higher)"
                            .formatted(input.limits().inflation()));
        }
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    /** Takes a step of the library, which tells of a damaged file by whatever exception it runs into. */
    private static <T> T sound(Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new BadFile("is damaged: " + e.getMessage() + " (maybe write it again)");
        }
    }
}
