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
import fr.vigie.privacy.PseudonymKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;

/** Which keys a workspace's files were read under, by their public names. */
public final class KeysInUse {
    private static final String KEY = "key";
    private static final String ROTATE = "rotate";

    private KeysInUse() {}

    /** What the run log is to say of the key of an ingest. */
    static String remembered(KeyRing keys) {
        return Json.of(Map.of(KEY, keys.current().id()));
    }

    /**
     * Refuses a key that took the place of another without a rotation: under it nobody is recognised, those who were
     * forgotten neither, and calls whose names hold a number count twice. The last key that files were read under, or that a
     * rotation made, must be there, as the current one or as a retired one: the rotation may have been interrupted before it
     * told of the new one, or the lake be older than the keys.
     */
    public static void check(Lake lake, RunLog log, KeyRing keys) {
        var there = keys.all().stream().map(PseudonymKey::id).collect(Collectors.toSet());
        var last = last(lake, log);
        var forgotten = lake.read(Tables.FORGOTTEN)
                .select("keyId")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
        boolean isForeign = last.isPresent()
                ? !there.contains(last.get())
                : !forgotten.isEmpty() && forgotten.stream().noneMatch(there::contains);
        if (isForeign) {
            throw UserError.failed(
                    "The pseudonymisation key is another one (%s) than files were read under before (%s): nobody would be recognised, nor those who were forgotten.\nMaybe restore that key; 'vigie keys rotate' then makes a new one."
                            .formatted(keys.current().id(), last.orElseGet(() -> String.join(", ", forgotten))));
        }
    }

    private static Optional<String> last(Lake lake, RunLog log) {
        var read = log.last(run -> run.stage().equals(IngestJob.NOUN)
                && Json.read(run.configuration()).containsKey(KEY));
        var made = new Decisions(lake)
                .all().stream()
                        .filter(row -> row.subject().equals(KEY) && row.action().equals(ROTATE))
                        .reduce((a, b) -> b);
        boolean isMadeLater = made.isPresent()
                && read.filter(run -> run.finishedAt().isAfter(made.get().at())).isEmpty();
        return isMadeLater ? made.map(DecisionRow::id) : read.map(KeysInUse::key);
    }

    private static String key(RunRow run) {
        return String.valueOf(Json.read(run.configuration()).get(KEY));
    }
}
