package fr.vigie.jobs.ingest;

import fr.vigie.jobs.format.DelimitedText;
import fr.vigie.jobs.format.FileParts.Part;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Problem;
import fr.vigie.jobs.format.RawRecord;
import fr.vigie.jobs.format.VigieCsv;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the calls of a part of a file one after the other. Belongs to one thread. */
final class CallReader {

    /**
     * What one reader reads.
     *
     * @param together one file, or all that are read together
     * @param part which part of the one file
     */
    record Task(Together together, Part part) implements Serializable {
        /** A part of a file. */
        static Task of(int number, InputFile file, Part part) {
            return new Task(Together.one(number, file), part);
        }

        List<InputFile> files() {
            return together.files();
        }
    }

    private final Task task;
    private final CallBinder binder;
    private final Slices record;
    private final @Nullable DelimitedText text;
    private final int[] positions;
    private final Iterator<RawRecord> records;
    private final Told told;

    /** The names of calls that files which were read before told by themselves, until they are told again, with their arrivals. */
    private final Map<String, Long> vanished = new HashMap<>();

    private int file;
    private long line;
    private @Nullable Problem problem;
    private boolean hasValues;
    private boolean isTold;

    CallReader(Reading reading, Task task) {
        this.task = task;
        this.binder = new CallBinder(reading);
        this.record = new Slices(reading.wanted().columns().size());
        if (reading.format() instanceof VigieCsv) {
            var input = task.files().get(0);
            text = input.guarded(() -> open(input, task.part()));
            positions = input.guarded(() -> text(text)
                    .positions(reading.wanted().columns(), reading.wanted().required()));
            records = Collections.emptyIterator();
            told = Told.nothing();
        } else {
            text = null;
            positions = new int[0];
            told = reading.told(task.together());
            noteBefore(reading);
            records = reading.records(task.files());
        }
    }

    private void noteBefore(Reading reading) {
        var calls = new CallBinder(reading);
        for (var read : task.together().before()) {
            try (var told = reading.records(read)) {
                while (told.hasNext()) {
                    var raw = told.next();
                    record.take(raw.values());
                    if (raw.problem() == null && calls.bind(record) == null) {
                        vanished.put(calls.call().callId(), calls.call().arrivedAt);
                    }
                }
            }
        }
    }

    private static DelimitedText open(InputFile file, Part part) {
        if (part.from() == 0) {
            return DelimitedText.open(part.of(file), null, java.nio.charset.StandardCharsets.UTF_8, file.limits());
        }
        try (var head = file.delimited(null)) {
            return head.part(part.of(file), part.line());
        }
    }

    /** Goes to the next record; false after the last. */
    boolean next() {
        if (text == null) {
            return nextRaw();
        }
        return task.files().get(0).guarded(this::nextOfText);
    }

    private boolean nextOfText() {
        var open = text(text);
        if (!open.next()) {
            open.close();
            return false;
        }
        line = open.line();
        problem = open.problem();
        hasValues = problem == null;
        if (problem == null) {
            record.take(open, positions);
            bind();
        }
        return true;
    }

    private boolean nextRaw() {
        if (!records.hasNext()) {
            return false;
        }
        var raw = records.next();
        file = raw.file();
        line = raw.line();
        problem = raw.problem();
        isTold = told.has(raw);
        record.take(raw.values());
        hasValues = true;
        if (problem == null) {
            bind();
        }
        if (problem == null && !vanished.isEmpty()) {
            vanished.remove(call().callId());
        }
        return true;
    }

    private void bind() {
        problem = binder.bind(record);
        binder.call().sequence = sequence();
        binder.call().existing = false;
    }

    private static DelimitedText text(@Nullable DelimitedText text) {
        if (text == null) {
            throw new IllegalStateException("There is no delimited text to read.");
        }
        return text;
    }

    /** Whether the record was told before, by files that are read once more with new ones. */
    boolean isTold() {
        return isTold;
    }

    /** Why the record is not a call; null where it is. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The name of the call that the record would be; null where it cannot be read, or is of a call that may not be kept. */
    @Nullable
    String callId() {
        boolean purged = problem != null && problem.reason().equals(Validity.PAST_RETENTION);
        return hasValues && !purged ? CallBinder.callId(record) : null;
    }

    /**
     * After the last record: the names of calls that files which were read before told by themselves and no longer tell with
     * the others, such as one whose earlier beginning is in these, with their arrivals, microseconds since 1970.
     */
    Map<String, Long> vanished() {
        return vanished;
    }

    /** Order among the records of this ingest: by file, then by line. */
    long sequence() {
        return Refused.sequence(file(), line);
    }

    /** The call, with numbers of {@link #words}; the same object each time. */
    PackedCall call() {
        return binder.call();
    }

    Interner words() {
        return binder.words();
    }

    /** The number of the record's file within the ingest. */
    int file() {
        return task.together().first() + file;
    }

    long ambiguousTimes() {
        return binder.ambiguousTimes();
    }
}
