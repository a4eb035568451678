package fr.vigie.jobs.ingest;

import fr.vigie.jobs.ingest.SourceConfig.UndeclaredPractices;
import fr.vigie.jobs.lake.Hash;
import fr.vigie.jobs.lake.PracticeRow;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The practices that calls may belong to.
 *
 * @param ids every practice declared
 * @param byLine the practice of a line, the line as hexadecimal key
 * @param undeclared what becomes of calls to others
 */
record Practices(Set<String> ids, Map<String, String> byLine, UndeclaredPractices undeclared) implements Serializable {

    static Practices of(List<PracticeRow> rows, UndeclaredPractices undeclared) {
        var ids = new HashSet<String>();
        var byLine = new HashMap<String, String>();
        for (var practice : rows) {
            ids.add(practice.practiceId());
            practice.calledKeys().forEach(line -> byLine.put(line, practice.practiceId()));
        }
        return new Practices(ids, byLine, undeclared);
    }

    /** A digest of all that decides which practice a call belongs to: names and the like are no part of it. */
    String digest() {
        return Hash.of(
                undeclared == UndeclaredPractices.ACCEPT ? "any" : String.join("\n", new TreeSet<>(ids)),
                String.join(
                        "\n",
                        new TreeMap<>(byLine)
                                .entrySet().stream()
                                        .map(line -> line.getKey() + " " + line.getValue())
                                        .toList()));
    }

    boolean accepts(byte[] id) {
        return undeclared == UndeclaredPractices.ACCEPT || ids.contains(new String(id, StandardCharsets.UTF_8));
    }

    @Nullable
    String ofLine(String key) {
        return byLine.get(key);
    }
}
