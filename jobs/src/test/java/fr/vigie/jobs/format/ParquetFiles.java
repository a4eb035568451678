package fr.vigie.jobs.format;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes small Parquet files. */
final class ParquetFiles {
    private ParquetFiles() {}

    /**
     * Writes a file.
     *
     * @param schema as Parquet writes it
     * @param rows the values of each, null where there is none
     */
    static Path write(Path path, CompressionCodecName codec, String schema, Object[]... rows) throws IOException {
        var type = MessageTypeParser.parseMessageType(schema);
        try (var writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
                .withType(type)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                .withRowGroupSize(200L)
                .build()) {
            for (var row : rows) {
                var group = new SimpleGroup(type);
                for (int i = 0; i < row.length; i++) {
                    add(group, i, row[i]);
                }
                writer.write(group);
            }
        }
        return path;
    }

    private static void add(SimpleGroup group, int column, Object value) {
        if (value instanceof String text) {
            group.add(column, text);
        } else if (value instanceof Integer number) {
            group.add(column, number);
        } else if (value instanceof Long number) {
            group.add(column, number);
        } else if (value instanceof Double number) {
            group.add(column, number);
        } else if (value instanceof byte[] bytes) {
            group.add(column, Binary.fromConstantByteArray(bytes));
        }
    }
}
