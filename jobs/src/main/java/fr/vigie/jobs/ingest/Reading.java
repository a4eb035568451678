package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.format.Format;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.format.Records;
import fr.vigie.jobs.format.Wanted;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one ingest are read. It travels to whoever reads one.
 *
 * @param source the source's name
 * @param format how they are written
 * @param wanted the kind, its columns and the zone of times without an offset
 * @param serviceZone of business dates
 * @param country of phone numbers without a country code
 * @param keys make callers and lines unrecognisable
 * @param forgotten callers whose numbers count as withheld
 * @param purgedBefore what is of earlier business days was removed and stays so: calls and presence, or the free text of
 *     other kinds; null where nothing was
 * @param practices those that calls may belong to; null where any may and no line is known, as for other kinds
 */
record Reading(
        String source,
        Format format,
        Wanted wanted,
        ZoneId serviceZone,
        String country,
        KeyRing keys,
        Forgotten forgotten,
        @Nullable LocalDate purgedBefore,
        @Nullable Practices practices)
        implements Serializable {

    InputKind kind() {
        return wanted.kind();
    }

    /** The first instant of what was not purged; null where nothing was. */
    @Nullable
    Instant firstKept() {
        return purgedBefore == null
                ? null
                : purgedBefore.atStartOfDay(serviceZone).toInstant();
    }

    /** The raw records of files that are read together; what goes wrong names the file where there is only one. */
    Records records(List<InputFile> files) {
        if (files.size() > 1) {
            return format.read(files, wanted);
        }
        var file = files.get(0);
        return file.guarded(file.guarded(() -> format.read(files, wanted)));
    }

    /** What known files told when they were read before, without the others. */
    Told told(Together files) {
        return files.known() == 0 ? Told.nothing() : Told.by(records(files.context()));
    }

    /** Reads up to the first record: files without the columns that they need fail here. */
    boolean open(List<InputFile> files) {
        try (var records = records(files)) {
            return records.hasNext();
        }
    }
}
