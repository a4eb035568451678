package fr.vigie.jobs.privacy;

import static org.apache.spark.sql.functions.col;

import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.lake.Decisions;
import fr.vigie.jobs.lake.Erasure;
import fr.vigie.jobs.lake.ForgottenRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import fr.vigie.privacy.PseudonymKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;

/**
 * Forgets a caller: the calls become those of a withheld number, under whichever key they were read, and so does every
 * call of that number that is read later. The calls themselves stay, so that counts stay right.
 */
public final class Forget {
    private final Lake lake;
    private final KeyRing keys;

    public Forget(Lake lake, KeyRing keys) {
        this.lake = lake;
        this.keys = keys;
    }

    /**
     * What was done.
     *
     * @param calls that were the caller's
     * @param unsearched public names of keys that calls were read under and that are not there any more
     */
    public record Done(long calls, List<String> unsearched) {}

    /**
     * Forgets the caller of a number.
     *
     * @param e164 the number in E.164
     * @param actor who does it
     * @param clock for the audit log
     */
    public Done run(String e164, String actor, Clock clock) {
        var now = clock.instant();
        var decisions = new Decisions(lake);
        decisions.begin(now, "privacy", "caller", "forget", actor, null);
        // The list comes first: whatever happens then, no file brings the caller back.
        remember(e164);
        var condition = keys.all().stream()
                .map(key -> "(key_id = '%s' AND caller_key = X'%s')".formatted(key.id(), hex(key, e164)))
                .collect(Collectors.joining(" OR "));
        var erasure = new Erasure(lake);
        long calls = erasure.empty(Tables.CALL, condition, "caller_key", "key_id");
        erasure.forgetThePast(Tables.CALL, now);
        decisions.note(clock.instant(), "privacy", "caller", "forget", actor, "calls=" + calls);
        return new Done(calls, unsearched());
    }

    private void remember(String e164) {
        var known = lake.read(Tables.FORGOTTEN).collectAsList();
        var missing = new ArrayList<ForgottenRow>();
        for (var key : keys.all()) {
            var pseudonym = new CallerKeys(key).of(e164);
            if (known.stream()
                    .noneMatch(row -> row.keyId().equals(key.id()) && Arrays.equals(row.callerKey(), pseudonym))) {
                missing.add(new ForgottenRow(key.id(), pseudonym));
            }
        }
        if (!missing.isEmpty()) {
            lake.note(
                    Tables.FORGOTTEN,
                    lake.spark()
                            .createDataset(missing, Tables.FORGOTTEN.encoder())
                            .coalesce(1));
        }
    }

    private static String hex(PseudonymKey key, String e164) {
        return HexFormat.of().formatHex(new CallerKeys(key).of(e164));
    }

    private List<String> unsearched() {
        var used = new TreeSet<>(lake.read(Tables.CALL)
                .select(col("keyId"))
                .filter(col("keyId").isNotNull())
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
        keys.all().forEach(key -> used.remove(key.id()));
        return List.copyOf(used);
    }
}
