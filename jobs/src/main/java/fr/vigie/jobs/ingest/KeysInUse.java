package fr.vigie.jobs.ingest;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.lake.DecisionRow;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.RunRow;
import fr.vigie.jobs.lake.Tables;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Encoders;

/** Which keys a workspace's files were read under, by their public names. */
final class KeysInUse {
    private static final String KEY = "key";

    private KeysInUse() {}

    /** What the run log is to say of the key of an ingest. */
    static String remembered(KeyRing keys) {
        return Json.of(Map.of(KEY, keys.current().id()));
    }

    /**
     * Refuses a key that took the place of another without a rotation: under it nobody is recognised, those who were
     * forgotten neither, and calls whose names hold a number count twice.
     */
    static void check(Lake lake, RunLog log, KeyRing keys) {
        var decisions = new Decisions(lake).all();
        var known = new TreeSet<>(lake.read(Tables.FORGOTTEN)
                .select("keyId")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
        log.last(run -> run.stage().equals(IngestJob.NOUN)
                        && Json.read(run.configuration()).containsKey(KEY))
                .map(KeysInUse::key)
                .ifPresent(known::add);
        decisions.stream()
                .filter(row -> row.subject().equals(KEY))
                .map(DecisionRow::id)
                .forEach(known::add);
        // A rotation that was interrupted may have replaced the key and not told of it.
        var unfinished = Decisions.unfinished(decisions);
        boolean rotating =
                decisions.stream().anyMatch(row -> row.subject().equals(KEY) && unfinished.contains(row.number()));
        if (!known.isEmpty() && !known.contains(keys.current().id()) && !rotating) {
            throw UserError.failed(
                    "The pseudonymisation key is another one (%s) than files were read under before (%s): nobody would be recognised, nor those who were forgotten.\nMaybe restore that key; 'vigie keys rotate' then makes a new one."
                            .formatted(keys.current().id(), String.join(", ", known)));
        }
    }

    private static String key(RunRow run) {
        return String.valueOf(Json.read(run.configuration()).get(KEY));
    }
}
