package fr.vigie.jobs.ingest;

import fr.vigie.input.Call;
import fr.vigie.input.InputKind;
import fr.vigie.input.InputRow;
import fr.vigie.input.Practice;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.lake.RejectRow;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PhoneMask;
import fr.vigie.privacy.PhoneNumbers;
import fr.vigie.privacy.PseudonymKey;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one ingest become rows. It travels to whoever reads a file.
 *
 * @param kind what the files hold
 * @param source the source's name
 * @param format how they are written
 * @param fileZone of times without an offset
 * @param serviceZone of business dates
 * @param country of phone numbers without a country code
 * @param key makes callers and lines unrecognisable
 * @param practices those declared; null where any practice is accepted
 */
record Reading(
        InputKind kind,
        String source,
        Format format,
        ZoneId fileZone,
        ZoneId serviceZone,
        String country,
        PseudonymKey key,
        @Nullable Practices practices)
        implements Serializable {

    /** The records of a file, lazily. The iterator belongs to one thread. */
    Iterator<Parsed> of(int fileNumber, String path) {
        var file = InputFile.of(path);
        var binder = new RowBinder(kind.row(), fileZone);
        var numbers = new PhoneNumbers(country);
        var keys = new CallerKeys(key);
        var raw = file.records(text ->
                format.read(text, RowBinder.columns(kind.row()), RowBinder.requiredColumns(kind.row()), fileZone));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return raw.hasNext();
            }

            @Override
            public Parsed next() {
                var record = raw.next();
                long sequence = ((long) fileNumber << 40) + record.line();
                var bound =
                        record.problem() == null ? binder.bind(record.values()) : RowBinder.Bound.not(record.problem());
                var problem = bound.row() == null ? bound.problem() : Validity.of(bound.row());
                if (problem == null && bound.row() != null) {
                    var made = row(bound.row(), numbers, keys);
                    if (made.row != null) {
                        return new Parsed(sequence, made.row, null);
                    }
                    problem = made.problem;
                }
                return new Parsed(sequence, null, reject(file.name(), record.line(), problem));
            }
        };
    }

    private RejectRow reject(String file, long line, @Nullable Problem problem) {
        if (problem == null) {
            throw new IllegalStateException("A record that is neither kept nor refused.");
        }
        return new RejectRow(source, kind.word(), file, line, problem.reason(), PhoneMask.maskIn(problem.detail()));
    }

    private record Made(@Nullable Record row, @Nullable Problem problem) {}

    private Made row(InputRow row, PhoneNumbers numbers, CallerKeys keys) {
        if (row instanceof Call call) {
            return call(call, numbers, keys);
        }
        if (row instanceof Practice practice) {
            return new Made(practice(practice, numbers, keys), null);
        }
        return new Made((Record) row, null);
    }

    private Made call(Call call, PhoneNumbers numbers, CallerKeys keys) {
        var practice = call.practiceId();
        if (practice == null && practices != null) {
            practice = numbers.e164(call.calledNumber())
                    .map(number -> practices.ofLine(hex(keys.of(number))))
                    .orElse(null);
        }
        if (practice == null || (practices != null && !practices.ids().contains(practice))) {
            return new Made(
                    null,
                    new Problem(
                            "unknown-practice",
                            practice == null ? "called_number of no practice" : "practice_id " + practice));
        }
        var caller = numbers.e164(call.caller());
        return new Made(
                new CallRow(
                        call.callId(),
                        source,
                        practice,
                        call.practitionerId(),
                        caller.map(keys::of).orElse(null),
                        caller.isPresent() ? key.id() : null,
                        call.arrivedAt(),
                        call.queuedAt(),
                        call.answeredAt(),
                        call.endedAt(),
                        call.wrapSeconds() == null ? 0 : call.wrapSeconds(),
                        call.operatorId(),
                        word(call.outcome()),
                        call.request() == null ? null : word(call.request()),
                        call.disposition() == null ? null : word(call.disposition()),
                        call.transferResult() == null ? null : word(call.transferResult()),
                        call.transferAnsweredAt(),
                        call.channel() == null ? null : word(call.channel()),
                        1,
                        call.arrivedAt().atZone(serviceZone).toLocalDate()),
                null);
    }

    private static PracticeRow practice(Practice practice, PhoneNumbers numbers, CallerKeys keys) {
        var lines = new ArrayList<String>();
        if (practice.calledNumbers() != null) {
            for (var number : practice.calledNumbers().split("\\|", -1)) {
                numbers.e164(number).map(n -> hex(keys.of(n))).ifPresent(lines::add);
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

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
