package fr.vigie.jobs.ingest;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.format.FileParts;
import fr.vigie.jobs.format.Rotation;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.privacy.PhoneMask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files that a source's ingests have read: a file is known by its content, whatever rotation calls it now.
 *
 * <p>The lake holds what they say in the order in which they were read last, later ones over earlier ones. An ingest reads
 * what is not there in its own order. The order begins anew where files are read in another way, or the table was not there.
 */
public final class KnownFiles {
    private static final String SOURCE = "source";
    private static final String COUNTRY = "country";
    private static final String MASK = "mask";
    private static final String FILES = "files";
    private static final String READING = "reading";
    private static final String AFTER = "after";
    private static final String BEHIND = "behind";
    private static final String GREW = "grew";

    /** Stands for the file before one that was read as the first. */
    private static final String NOTHING = "";

    private final Set<String> places = new HashSet<>();
    private final Set<String> contents = new HashSet<>();

    /** The files in the order in which their rows stand in the lake. */
    private final List<Read> standing = new ArrayList<>();

    /** The way in which they were read. */
    private String reading = "";

    private Optional<String> country = Optional.empty();
    private Optional<Integer> mask = Optional.empty();

    /**
     * A file that was read.
     *
     * @param behind the content of the file before it
     */
    private record Read(String place, String content, String behind, FileRecords records) {}

    KnownFiles(List<RunRow> runs) {
        runs.forEach(this::replay);
    }

    private void replay(RunRow run) {
        var inputs = Json.read(run.inputs());
        var records = FileRecords.of(run.metrics());
        var read = new ArrayList<Read>();
        var context = String.valueOf(inputs.getOrDefault(BEHIND, NOTHING));
        var behind = context;
        for (var text : texts(inputs, FILES)) {
            int space = text.lastIndexOf(' ');
            var content = text.substring(space + 1);
            read.add(new Read(
                    text.substring(0, space),
                    content,
                    behind,
                    read.size() < records.size() ? records.get(read.size()) : FileRecords.NONE));
            behind = content;
        }
        var again = read.stream().map(Read::content).collect(Collectors.toSet());
        var way = String.valueOf(inputs.get(READING));
        if (Boolean.TRUE.equals(inputs.get(AFTER)) && reading.equals(way)) {
            var grew = Set.copyOf(texts(inputs, GREW));
            standing.removeIf(file -> again.contains(file.content()) || grew.contains(file.content()));
        } else {
            // What was read in another way and could not be read again stays behind what was.
            standing.removeIf(file -> !file.content().equals(context));
        }
        standing.addAll(read);
        contents.addAll(again);
        read.forEach(file -> places.add(file.place()));
        reading = way;
        country = Optional.ofNullable(inputs.get(COUNTRY)).map(String::valueOf);
        mask = Optional.of(inputs.get(MASK) instanceof Number version ? version.intValue() : 1);
    }

    private static List<String> texts(Map<String, Object> inputs, String name) {
        return ((Collection<?>) inputs.getOrDefault(name, List.of()))
                .stream().map(String::valueOf).toList();
    }

    /** Those that the log tells of. */
    public static KnownFiles of(RunLog log, String source) {
        return new KnownFiles(log.all(run -> run.stage().equals(IngestJob.NOUN) && isOf(run, source)));
    }

    /** Whether a run read files of a source. */
    static boolean isOf(RunRow run, String source) {
        // A line of the log may name thousands of files: it is not taken apart for this.
        var named = Json.of(Map.of(SOURCE, source));
        return run.inputs().contains(named.substring(1, named.length() - 1));
    }

    /** The source of a run that read files. */
    static String source(RunRow run) {
        return String.valueOf(Json.read(run.inputs()).get(SOURCE));
    }

    /** Whether a run read a file of that content in which there was any record. */
    static boolean hasRecords(RunRow run, String content) {
        if (!run.inputs().contains(content)) {
            return false;
        }
        return new KnownFiles(List.of(run))
                .standing.stream()
                        .anyMatch(file ->
                                file.content().equals(content) && file.records().read() > 0);
    }

    /**
     * What a run is to remember of an ingest.
     *
     * @param after whether there was a table: what was read before in the same way then stands, and these files over it
     */
    static String remembered(PreparedIngest ingest, boolean after) {
        return remembered(
                ingest.source(),
                ingest.way(),
                ingest.reading().country(),
                after,
                new Standing(ingest.standing().files(), ingest.grown()),
                ingest.newPlaces());
    }

    /**
     * The same in parts.
     *
     * @param reading a digest of how the files were read
     * @param country of phone numbers without a country code
     * @param after whether there was a table: what was read before in the same way then stands, and these files over it
     * @param known what was known before them
     * @param files those that were read, in order
     */
    static String remembered(
            String source, String reading, String country, boolean after, Standing known, List<KnownFile> files) {
        var inputs = new TreeMap<String, Object>(
                Map.of(SOURCE, source, READING, reading, COUNTRY, country, MASK, PhoneMask.VERSION));
        inputs.put(
                FILES,
                files.stream().map(file -> file.place() + " " + file.content()).toList());
        if (after) {
            inputs.put(AFTER, true);
        }
        if (!known.files().isEmpty()) {
            inputs.put(BEHIND, known.files().get(known.files().size() - 1).content());
        }
        if (!known.grew().isEmpty()) {
            inputs.put(GREW, known.grew());
        }
        return Json.of(inputs);
    }

    /** Looks into a file that is there now. */
    interface Growth {
        /** Those of some contents with all of which a file begins. */
        Set<String> begun(KnownFile file, Set<String> contents);
    }

    /**
     * What need not be read.
     *
     * @param files the first files given: the lake holds them already as if all given were read once more
     * @param grew contents that files begin with which are to be read
     */
    record Standing(List<KnownFile> files, List<String> grew) {
        static final Standing NONE = new Standing(List.of(), List.of());
    }

    /**
     * What of the files given need not be read; the others are to be read, in order.
     *
     * @param way a digest of how the files are read now
     * @param files all that there are now, in order
     * @param together whether what belongs together may stand in several files: one is then known only behind the one
     *     behind which it was read
     */
    Standing standing(String way, List<KnownFile> files, boolean together, Growth growth) {
        int known = reading.equals(way) ? inOrder(files) : 0;
        if (together) {
            known = Math.max(behindEachOther(files, known), beginsInTheMiddle(files) ? 1 : 0);
        }
        if (known == 0) {
            return Standing.NONE;
        }
        var given = files.stream().map(KnownFile::content).collect(Collectors.toSet());
        var first = files.get(0).content();
        var missing = standing.stream()
                .dropWhile(file -> !file.content().equals(first))
                .filter(file -> !given.contains(file.content()))
                .toList();
        var rest = files.subList(known, files.size());
        var grew = rest.stream()
                .flatMap(file -> begun(file, missing, growth).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // One that was taken away lay over others: these are read again.
        return missing.stream().allMatch(file -> grew.contains(file.content()))
                ? new Standing(List.copyOf(files.subList(0, known)), List.copyOf(grew))
                : Standing.NONE;
    }

    /** How many of the first files lie in the lake as they should once the others have been read over them. */
    private int inOrder(List<KnownFile> files) {
        var wanted = files.stream().map(KnownFile::content).toList();
        var given = Set.copyOf(wanted);
        var left = standing.stream().map(Read::content).filter(given::contains).toList();
        int same = 0;
        while (same < wanted.size() && left.contains(wanted.get(same))) {
            same++;
        }
        while (same > 0 && !isInOrder(left, wanted, same)) {
            same--;
        }
        return same;
    }

    private static boolean isInOrder(List<String> left, List<String> wanted, int first) {
        var others = Set.copyOf(wanted.subList(first, wanted.size()));
        return left.stream()
                .filter(content -> !others.contains(content))
                .toList()
                .equals(wanted.subList(0, first).stream()
                        .filter(content -> !others.contains(content))
                        .toList());
    }

    private int behindEachOther(List<KnownFile> files, int known) {
        for (int i = 1; i < known; i++) {
            var file = files.get(i).content();
            var before = files.get(i - 1).content();
            if (standing.stream()
                    .noneMatch(
                            read -> read.content().equals(file) && read.behind().equals(before))) {
                return i;
            }
        }
        return known;
    }

    /** Whether the file is gone behind which the first was read: what the first tells of calls that ran over is not whole. */
    private boolean beginsInTheMiddle(List<KnownFile> files) {
        return !files.isEmpty()
                && read(files.get(0).content())
                        .map(first -> !first.behind().equals(NOTHING))
                        .orElse(false);
    }

    /**
     * Those of the files that are not there any more which have grown into one: they were not taken away, whatever they are
     * called now.
     */
    private static Set<String> begun(KnownFile file, List<Read> missing, Growth growth) {
        var log = Rotation.logOf(file.place().toString());
        var ofLog = missing.stream()
                .filter(read -> Rotation.logOf(read.place()).equals(log))
                .map(Read::content)
                .collect(Collectors.toSet());
        return ofLog.isEmpty() ? Set.of() : growth.begun(file, ofLog);
    }

    /**
     * A file as it stands in the lake.
     *
     * @param file its number among those asked about
     * @param content what it contained when it was read: all that it contains now, or what it begins with
     */
    record Seen(int file, String content) {}

    /**
     * Which of some files stand in the lake, and how they were; those that were read behind one another stand together.
     *
     * @param way a digest of how they are read now: what stands there in another one is replaced wholly
     */
    List<List<Seen>> readBehind(String way, List<KnownFile> files, Growth growth) {
        var groups = new ArrayList<List<Seen>>();
        var given = files.stream().map(KnownFile::content).collect(Collectors.toSet());
        var missing = standing.stream()
                .filter(read -> !given.contains(read.content()))
                .toList();
        for (int i = 0; i < files.size() && reading.equals(way); i++) {
            var read = asItWas(files.get(i), missing, growth);
            if (read.isEmpty()) {
                continue;
            }
            var seen = new Seen(i, read.get().content());
            var last = groups.isEmpty() ? List.<Seen>of() : groups.get(groups.size() - 1);
            boolean goesOn = !last.isEmpty()
                    && last.get(last.size() - 1)
                            .equals(new Seen(i - 1, read.get().behind()));
            if (!goesOn) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(seen);
        }
        return List.copyOf(groups);
    }

    /** A file when it was read last, even if it has grown since. */
    private Optional<Read> asItWas(KnownFile file, List<Read> missing, Growth growth) {
        return read(file.content()).or(() -> begun(file, missing, growth).stream()
                .max(Comparator.comparingLong(FileParts::length))
                .flatMap(this::read));
    }

    private Optional<Read> read(String content) {
        return standing.stream().filter(file -> file.content().equals(content)).findFirst();
    }

    /** The records of a file when it was read last. */
    FileRecords records(String content) {
        return read(content).map(Read::records).orElse(FileRecords.NONE);
    }

    /** Whose phone numbers without a country code were last read as. */
    Optional<String> country() {
        return country;
    }

    /** The {@link PhoneMask#VERSION} by which numbers were last found. */
    Optional<Integer> mask() {
        return mask;
    }

    /** Whether a file of that content was read before. */
    public boolean hasContent(String digest) {
        return contents.contains(digest);
    }

    /** Whether a file at that place was read before. */
    public boolean hasPlace(String place) {
        return places.contains(place);
    }

    /** The places of the files that stand in the lake. */
    public Set<String> places() {
        return standing.stream().map(Read::place).collect(Collectors.toSet());
    }
}
