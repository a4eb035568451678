package fr.vigie.signal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An alert's name, e.g. {@code refusal-2026-03-09-1f3a9c2e}: the signal, the day it was opened, and a checksum that
 * stands for the practice and the doctor, so that the name can be said aloud and says nothing of them.
 *
 * @param kind the signal
 * @param openedOn the day it was opened
 * @param whose eight hexadecimal digits
 */
record AlertId(String kind, LocalDate openedOn, String whose) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]*)-(\\d{4}-\\d{2}-\\d{2})-([0-9a-f]{8})");

    static AlertId of(SignalReading reading) {
        return new AlertId(reading.signal(), reading.asOf(), whose(reading.practiceId(), reading.practitionerId()));
    }

    /** Reads a name; empty when it is none. */
    static Optional<AlertId> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AlertId(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String whose(String practiceId, @Nullable String practitionerId) {
        var sum = new CRC32();
        sum.update(
                (practiceId + "\n" + (practitionerId == null ? "" : practitionerId)).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /** Whether both are of the same signal and practice. */
    boolean continues(AlertId other) {
        return kind.equals(other.kind) && whose.equals(other.whose);
    }

    @Override
    public String toString() {
        return kind + "-" + openedOn + "-" + whose;
    }
}
