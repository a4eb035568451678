package fr.vigie.jobs.ingest;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.format.Rotation;
import fr.vigie.jobs.lake.RunRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files that a source's ingests have read: a file is known by its content, whatever rotation calls it now.
 *
 * <p>The lake holds what they say in the order in which they were read last, later ones over earlier ones. An ingest reads
 * what is not there in its own order. The order begins anew where files are read in another way, or the table was not there.
 */
public final class KnownFiles {
    private static final String SOURCE = "source";
    private static final String FILES = "files";
    private static final String READING = "reading";
    private static final String AFTER = "after";

    private final Set<String> places = new HashSet<>();
    private final Set<String> contents = new HashSet<>();

    /** The files in the order in which their rows stand in the lake. */
    private final List<Read> standing = new ArrayList<>();

    /** The way in which they were read. */
    private String reading = "";

    /** The contents that the last run read. */
    private List<String> last = List.of();

    private record Read(String place, String content, RunRow run) {}

    KnownFiles(List<RunRow> runs) {
        runs.forEach(this::replay);
    }

    private void replay(RunRow run) {
        var inputs = Json.read(run.inputs());
        var read = new ArrayList<Read>();
        for (var file : (Collection<?>) inputs.getOrDefault(FILES, List.of())) {
            var text = String.valueOf(file);
            int space = text.lastIndexOf(' ');
            read.add(new Read(text.substring(0, space), text.substring(space + 1), run));
        }
        var again = read.stream().map(Read::content).collect(Collectors.toSet());
        var way = String.valueOf(inputs.get(READING));
        if (Boolean.TRUE.equals(inputs.get(AFTER)) && reading.equals(way)) {
            standing.removeIf(file -> again.contains(file.content()));
        } else {
            standing.clear();
        }
        standing.addAll(read);
        contents.addAll(again);
        read.forEach(file -> places.add(file.place()));
        reading = way;
        last = read.stream().map(Read::content).toList();
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

    /**
     * What a run is to remember.
     *
     * @param reading a digest of how the files were read
     * @param after whether there was a table: what was read before in the same way then stands, and these files over it
     * @param files those that were read, in order
     */
    static String remembered(String source, String reading, boolean after, List<KnownFile> files) {
        var inputs = new TreeMap<String, Object>(Map.of(SOURCE, source, READING, reading));
        inputs.put(
                FILES,
                files.stream().map(file -> file.place() + " " + file.content()).toList());
        if (after) {
            inputs.put(AFTER, true);
        }
        return Json.of(inputs);
    }

    /**
     * How many files, from the first one on, the lake holds already as if all of them were read once more: the others are
     * to be read, in order.
     *
     * @param way a digest of how the files are read now
     * @param files all that there are now, in order
     */
    int standing(String way, List<KnownFile> files) {
        if (!reading.equals(way)) {
            return 0;
        }
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
        return same > 0 && isOverlaid(wanted.get(0), given, files) ? 0 : same;
    }

    /** Whether the first files wanted lie as they should once the others have been read over them. */
    private static boolean isInOrder(List<String> left, List<String> wanted, int first) {
        var others = Set.copyOf(wanted.subList(first, wanted.size()));
        return left.stream()
                .filter(content -> !others.contains(content))
                .toList()
                .equals(wanted.subList(0, first).stream()
                        .filter(content -> !others.contains(content))
                        .toList());
    }

    /**
     * Whether a file that was taken away lies over the first that stayed. One that has another content now, or of whose
     * rotated log other parts are there, was not taken away: it grew, or goes by another name.
     */
    private boolean isOverlaid(String first, Set<String> given, List<KnownFile> files) {
        var logs = files.stream()
                .map(file -> Rotation.logOf(file.place().toString()))
                .collect(Collectors.toSet());
        return standing.stream()
                .dropWhile(file -> !file.content().equals(first))
                .anyMatch(file -> !given.contains(file.content()) && !logs.contains(Rotation.logOf(file.place())));
    }

    /** Whether the last run read these very files in that way. */
    boolean are(String way, List<KnownFile> files) {
        return reading.equals(way)
                && last.equals(files.stream().map(KnownFile::content).toList());
    }

    /** The runs by which files of these contents stand in the lake. */
    List<RunRow> runsOf(Collection<String> given) {
        return standing.stream()
                .filter(file -> given.contains(file.content()))
                .map(Read::run)
                .distinct()
                .toList();
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
