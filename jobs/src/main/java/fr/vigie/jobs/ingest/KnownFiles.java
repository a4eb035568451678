package fr.vigie.jobs.ingest;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.lake.RunRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that a source's ingests have read: a file is known by its content, whatever rotation calls it now. */
public final class KnownFiles {
    private static final String SOURCE = "source";
    private static final String FILES = "files";

    /** The content that each place had when it was read last. */
    private final Map<String, String> contents = new HashMap<>();

    private final Set<String> all = new HashSet<>();
    private final List<RunRow> runs;

    private KnownFiles(List<RunRow> runs) {
        this.runs = runs;
        runs.forEach(run -> files(run).forEach((place, content) -> {
            contents.put(place, content);
            all.add(content);
        }));
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

    /**
     * What a run is to remember.
     *
     * @param contents the digest of each file, by its place
     */
    static String remembered(String source, Map<String, String> contents) {
        var files = new ArrayList<String>();
        contents.forEach((place, content) -> files.add(place + " " + content));
        return Json.of(Map.of(SOURCE, source, FILES, files));
    }

    private static Map<String, String> files(RunRow run) {
        var files = new TreeMap<String, String>();
        for (var file : (Collection<?>) Json.read(run.inputs()).getOrDefault(FILES, List.of())) {
            var text = String.valueOf(file);
            int space = text.lastIndexOf(' ');
            files.put(text.substring(0, space), text.substring(space + 1));
        }
        return files;
    }

    /** Whether a file of that content was read before. */
    boolean hasContent(String digest) {
        return all.contains(digest);
    }

    /** Whether a file at that place was read before. */
    public boolean hasPlace(String place) {
        return contents.containsKey(place);
    }

    /** The places that had one of the contents when they were read last: files that go by another name now. */
    Set<String> placesOf(Collection<String> digests) {
        var places = new HashSet<String>();
        contents.forEach((place, content) -> {
            if (digests.contains(content)) {
                places.add(place);
            }
        });
        return places;
    }

    /** The places of the last ingest's files. */
    public SortedSet<String> last() {
        return runs.isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(files(runs.get(runs.size() - 1)).keySet());
    }
}
