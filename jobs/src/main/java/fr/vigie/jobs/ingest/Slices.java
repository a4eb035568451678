package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.DelimitedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The columns of one record as slices of bytes, an empty slice where there is no value. Reused from record to record. */
final class Slices {
    private byte[] bytes = new byte[1024];
    private final int[] starts;
    private final int[] ends;

    Slices(int columns) {
        starts = new int[columns];
        ends = new int[columns];
    }

    /**
     * Takes the current record of a text.
     *
     * @param positions where each column stands in it, -1 for one that is absent
     */
    void take(DelimitedText text, int[] positions) {
        bytes = text.bytes();
        for (int i = 0; i < positions.length; i++) {
            starts[i] = positions[i] < 0 ? 0 : text.start(positions[i]);
            ends[i] = positions[i] < 0 ? 0 : text.end(positions[i]);
        }
    }

    /** Takes texts, one for each column. */
    void take(@Nullable String[] values) {
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            starts[i] = at;
            var value = values[i];
            if (value != null) {
                var encoded = value.getBytes(StandardCharsets.UTF_8);
                if (at + encoded.length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * (at + encoded.length));
                }
                System.arraycopy(encoded, 0, bytes, at, encoded.length);
                at += encoded.length;
            }
            ends[i] = at;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int column) {
        return starts[column];
    }

    int end(int column) {
        return ends[column];
    }

    boolean isEmpty(int column) {
        return starts[column] == ends[column];
    }

    /** The text of a column, for those who need one; its bytes are known to be ASCII or are shown as they may be. */
    String text(int column) {
        return new String(bytes, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8);
    }
}
