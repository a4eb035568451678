package fr.vigie.jobs.ingest;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.CodeVersion;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.config.VigieConfig;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.InputFile;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.PhoneMask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at files before they are read: which are new, and whether those can be. */
final class IngestPreparation {
    /** Longer than any call lasts. */
    private static final Duration BEFORE_CALLS = Duration.ofDays(2);

    /** Longer than anybody is present. */
    private static final Duration BEFORE_TIMES = Duration.ofDays(8);

    private final Path workspace;
    private final Lake lake;
    private final VigieConfig config;
    private final KeyRing keys;
    private final RunLog log;

    IngestPreparation(Path workspace, Lake lake, VigieConfig config, KeyRing keys, RunLog log) {
        this.workspace = workspace;
        this.lake = lake;
        this.config = config;
        this.keys = keys;
        this.log = log;
    }

    /** Looks at the files and at the beginning of what is to be read of them. */
    PreparedIngest prepare(String source, SourceConfig settings, List<Path> paths) {
        var reading = reading(source, settings);
        var limits = config.block(IngestConfig.class).limits();
        var files = new TreeMap<InputFile, FileParts>(InputFile.OLDEST_FIRST);
        for (var path : paths) {
            var file = InputFile.of(path, limits);
            file.check();
            files.put(file, FileParts.of(file));
        }
        var way = way(reading);
        var inOrder = List.copyOf(files.keySet());
        var given = inOrder.stream()
                .map(file -> place(reading, file, Optional.ofNullable(files.get(file))))
                .toList();
        var known = KnownFiles.of(log, source);
        var standing = standing(reading, way, known, given, inOrder);
        int first = standing.files().size();
        inOrder.subList(0, first).forEach(files::remove);
        int context = files.isEmpty() ? first : contextFrom(reading, known, standing.files());
        var opened = inOrder.subList(context, inOrder.size());
        var places = given.subList(context, given.size());
        var seen = reading.format().joinsFiles()
                ? known.readBehind(way, places, growth(places, opened))
                : List.<List<KnownFiles.Seen>>of();
        return new PreparedIngest(
                reading,
                Collections.unmodifiableSortedMap(files),
                inOrder.subList(context, first),
                standing,
                places,
                seen.stream()
                        .map(together -> together.stream()
                                .map(one -> as(one, places, opened))
                                .toList())
                        .toList(),
                Stream.concat(
                                standing.grew().stream(),
                                seen.stream()
                                        .flatMap(List::stream)
                                        .filter(one -> hasGrown(one, places))
                                        .map(KnownFiles.Seen::content))
                        .distinct()
                        .toList(),
                IntStream.range(0, places.size())
                        .filter(i -> known.hasContent(places.get(i).content()))
                        .boxed()
                        .toList(),
                way,
                Hash.of(way, given.stream().map(KnownFile::content).collect(Collectors.joining("\n"))),
                files.isEmpty() ? List.of() : open(reading, opened, first - context));
    }

    private KnownFile place(Reading reading, InputFile file, Optional<FileParts> parts) {
        return new KnownFile(
                Place.of(workspace, file.path(), reading.country(), keys.names()),
                parts.orElseThrow().digest());
    }

    private KnownFiles.Standing standing(
            Reading reading, String way, KnownFiles known, List<KnownFile> given, List<InputFile> files) {
        // A table that was lost is made again.
        if (!lake.exists(Tables.of(reading.kind()))) {
            return KnownFiles.Standing.NONE;
        }
        refuseAnotherCountry(reading, known);
        refuseAnotherMask(reading, known);
        return known.standing(way, given, reading.format().joinsFiles(), growth(given, files));
    }

    private static KnownFiles.Growth growth(List<KnownFile> places, List<InputFile> files) {
        return (file, contents) -> FileParts.begun(files.get(places.indexOf(file)), contents);
    }

    /** A file as it was read before. */
    private static InputFile as(KnownFiles.Seen seen, List<KnownFile> places, List<InputFile> files) {
        var file = files.get(seen.file());
        return hasGrown(seen, places) ? file.upTo(FileParts.length(seen.content())) : file;
    }

    private static boolean hasGrown(KnownFiles.Seen seen, List<KnownFile> places) {
        return !places.get(seen.file()).content().equals(seen.content());
    }

    /**
     * The number of the first known file that is read once more with new ones: what began within a while before the last
     * that is known may go on in these.
     */
    private static int contextFrom(Reading reading, KnownFiles known, List<KnownFile> standing) {
        int from = standing.size();
        if (!reading.format().joinsFiles()) {
            return from;
        }
        var enough = reading.kind() == InputKind.CALLS ? BEFORE_CALLS : BEFORE_TIMES;
        var until = standing.stream()
                .flatMap(file -> known.records(file.content()).until().stream())
                .max(Instant::compareTo)
                .map(last -> last.minus(enough));
        while (from > 0 && !isBefore(known.records(standing.get(from - 1).content()), until)) {
            from--;
        }
        return from;
    }

    private static boolean isBefore(FileRecords file, Optional<Instant> until) {
        return until.isPresent()
                && file.until().isPresent()
                && file.until().get().isBefore(until.get());
    }

    /** Opens what is to be read; what people should know of it. */
    private static List<String> open(Reading reading, List<InputFile> files, int known) {
        var warnings = new ArrayList<String>();
        boolean together = reading.format().joinsFiles();
        for (var file : files.subList(known, files.size())) {
            if (!together) {
                reading.open(List.of(file));
            }
            var dropped = file.guarded(() -> reading.format().dropped(file, reading.wanted()));
            if (!dropped.isEmpty()) {
                warnings.add("%s: unknown columns dropped: %s".formatted(file.name(), String.join(", ", dropped)));
            }
            file.guarded(() -> reading.format().remarks(file))
                    .forEach(remark -> warnings.add(file.name() + ": " + remark));
        }
        if (together) {
            reading.open(files);
        }
        var mask = PhoneMask.of(reading.country());
        return warnings.stream().map(mask::masked).toList();
    }

    private String way(Reading reading) {
        return Hash.of(
                CodeVersion.current(),
                reading.kind().word(),
                reading.source(),
                reading.format().getClass().getSimpleName() + VigieConfig.text(reading.format()),
                // Not the key: what was read under another one stays as it is, and is not read again for it.
                reading.wanted().zone() + " " + reading.serviceZone() + " " + reading.country(),
                config.block(ServiceConfig.class).redialWindow().toString(),
                config.block(IngestConfig.class).limits().toString(),
                reading.practices() == null ? "any" : reading.practices().digest());
    }

    /** A call whose name holds a number is known by a pseudonym, and what is a number depends on the country. */
    private void refuseAnotherCountry(Reading reading, KnownFiles known) {
        var before = known.country().filter(country -> !country.equals(reading.country()));
        if (reading.kind() == InputKind.CALLS && before.isPresent() && CallIngest.namesHoldNumbers(lake, reading)) {
            throw UserError.failed(
                    "The calls of %s were read with the country %s, and it is %s now: calls whose names hold a number would count twice.\nMaybe set it back. Without the folder lake all files that there still are would be read anew."
                            .formatted(reading.source(), before.get(), reading.country()));
        }
    }

    private void refuseAnotherMask(Reading reading, KnownFiles known) {
        boolean another = known.mask().stream().anyMatch(version -> version != PhoneMask.VERSION);
        if (reading.kind() == InputKind.CALLS && another && CallIngest.namesHoldNumbers(lake, reading)) {
            throw UserError.failed(
                    "The calls of %s were read by another version of Vigie, which found phone numbers in other names: calls whose names hold a number would count twice.\nMaybe use that version. Without the folder lake all files that there still are would be read anew."
                            .formatted(reading.source()));
        }
    }

    private Reading reading(String source, SourceConfig settings) {
        var service = config.block(ServiceConfig.class);
        return new Reading(
                source,
                settings.formatOrCanonical(),
                RowBinder.wanted(settings.kind(), settings.zone() == null ? service.zone() : settings.zone()),
                service.zone(),
                settings.countryOr(config.block(IngestConfig.class).country()),
                keys,
                Forgotten.of(lake),
                lake.purgedBefore(Tables.of(settings.kind())).orElse(null),
                settings.kind() == InputKind.CALLS
                        ? Practices.of(lake.read(Tables.PRACTICE).collectAsList(), settings.undeclaredOrReject())
                        : null);
    }
}
