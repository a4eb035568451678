package fr.vigie.jobs.ingest;

import fr.vigie.input.InputRow;
import fr.vigie.input.Practice;
import fr.vigie.jobs.format.Problem;
import fr.vigie.jobs.format.RawRecord;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PhoneNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of files of any kind but calls: few enough to be objects. Belongs to one thread. */
final class RowReader implements Iterator<Parsed> {
    private final Together files;
    private final PhoneMask mask;
    private final RowBinder binder;
    private final PhoneNumbers numbers;
    private final CallerKeys keys;
    private final List<String> keyColumns;
    private final RecordKey recordKey;
    private final Iterator<RawRecord> records;
    private final Told told;
    private final @Nullable Instant firstKept;
    /** Rows that files which were read before told by themselves, by their keys, until they are told again. */
    private final Map<String, Record> vanished = new LinkedHashMap<>();

    private @Nullable Parsed next;

    /** Opens files that are read together; rows that known ones of them tell alone are left out. */
    RowReader(Reading reading, Together files) {
        this.files = files;
        this.mask = PhoneMask.of(reading.country());
        this.numbers = new PhoneNumbers(reading.country());
        this.keys = new CallerKeys(reading.keys().current());
        this.keyColumns = Tables.of(reading.kind()).key();
        this.recordKey = RecordKey.of(reading);
        this.binder = new RowBinder(reading.kind().row(), reading.wanted().zone(), mask, recordKey);
        this.told = reading.told(files);
        this.firstKept = reading.firstKept();
        this.records = reading.records(files.files());
        noteBefore(reading);
    }

    private void noteBefore(Reading reading) {
        for (var read : files.before()) {
            try (var before = reading.records(read)) {
                while (before.hasNext()) {
                    var record = before.next();
                    var row = record.problem() == null
                            ? binder.bind(record.values()).row()
                            : null;
                    if (row != null && Validity.of(row, firstKept) == null) {
                        vanished.put(RecordKey.of(row(row), keyColumns), row(row));
                    }
                }
            }
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && records.hasNext()) {
            next = parsed(records.next());
        }
        if (next == null && !vanished.isEmpty()) {
            var gone = vanished.values().iterator();
            next = Parsed.vanished(gone.next());
            gone.remove();
        }
        return next != null;
    }

    @Override
    public Parsed next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var parsed = next;
        next = null;
        return parsed;
    }

    /** Null for a row that is no news; what was refused before is told again, for it may have been corrected since. */
    private @Nullable Parsed parsed(RawRecord record) {
        boolean again = told.has(record);
        long sequence = Refused.sequence(files.first() + record.file(), record.line());
        var unreadable = record.problem();
        var bound = unreadable == null ? binder.bind(record.values()) : RowBinder.Bound.not(unreadable);
        int ambiguousTimes = unreadable == null ? binder.ambiguousTimes() : 0;
        var row = bound.row();
        var problem = row == null ? bound.problem() : Validity.of(row, firstKept);
        if (row != null && problem == null) {
            if (!vanished.isEmpty()) {
                vanished.remove(RecordKey.of(row(row), keyColumns));
            }
            return again ? null : Parsed.kept(sequence, row(row), ambiguousTimes);
        }
        var reason = unexplained(problem);
        // What may not be kept may not be named either.
        var key = reason.reason().equals(Validity.PAST_RETENTION)
                ? null
                : recordKey.shown(binder.key(record.values(), keyColumns));
        return Parsed.refused(Refused.of(sequence, key, reason, mask, again), ambiguousTimes);
    }

    private static Problem unexplained(@Nullable Problem problem) {
        if (problem == null) {
            throw new IllegalStateException("A record that is neither kept nor refused.");
        }
        return problem;
    }

    private Record row(InputRow row) {
        return row instanceof Practice practice ? practice(practice) : (Record) row;
    }

    private PracticeRow practice(Practice practice) {
        var lines = new ArrayList<String>();
        if (practice.calledNumbers() != null) {
            for (var number : practice.calledNumbers().split("\\|", -1)) {
                numbers.e164(number)
                        .map(n -> HexFormat.of().formatHex(keys.of(n)))
                        .ifPresent(lines::add);
            }
        }
        return new PracticeRow(
                practice.practiceId(),
                practice.name(),
                practice.insee(),
                practice.specialty(),
                practice.clientSince(),
                practice.clientUntil(),
                practice.group(),
                practice.cpts(),
                practice.agreedFrom(),
                practice.agreedUntil(),
                lines);
    }
}
