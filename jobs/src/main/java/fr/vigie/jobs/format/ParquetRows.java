package fr.vigie.jobs.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file with flat columns, one after the other, a row group at a time. */
final class ParquetRows implements AutoCloseable {
    private static final int MAGIC_LENGTH = 4;

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
                sound(() -> {
                    ParquetPages.check(input, file.getFooter().getBlocks(), wanted.columns());
                    return file;
                });
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

    private interface Step<T> {
        T take() throws IOException;
    }

    /**
     * Takes a step of the library. Of damaged data it tells by exceptions of its own; damaged descriptions make it run into
     * whatever exception lies in the way, throw a bare {@link RuntimeException}, or descend until the stack ends.
     */
    private static <T> T sound(Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadFile e) {
            throw e;
        } catch (ParquetRuntimeException e) {
            throw new BadFile("is damaged: " + e.getMessage() + " (maybe write it again)");
        } catch (RuntimeException | StackOverflowError e) {
            throw new BadFile("is damaged (maybe write it again)");
        }
    }
}
