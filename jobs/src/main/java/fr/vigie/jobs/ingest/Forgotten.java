package fr.vigie.jobs.ingest;

import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.lake.ForgottenRow;
import fr.vigie.jobs.lake.Lake;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.privacy.CallerKeys;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Callers who asked to be forgotten: their numbers count as withheld, whatever file they come in.
 *
 * @param byKey their pseudonyms, by the key that made them
 */
record Forgotten(Map<String, Set<Pseudonym>> byKey) implements Serializable {

    /** 16 bytes as two numbers. */
    record Pseudonym(long high, long low) implements Serializable {
        static Pseudonym of(byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            return new Pseudonym(buffer.getLong(), buffer.getLong());
        }
    }

    static Forgotten of(Lake lake) {
        var byKey = new HashMap<String, Set<Pseudonym>>();
        for (ForgottenRow row : lake.read(Tables.FORGOTTEN).collectAsList()) {
            byKey.computeIfAbsent(row.keyId(), id -> new HashSet<>()).add(Pseudonym.of(row.callerKey()));
        }
        return new Forgotten(byKey);
    }

    /** A search under those keys that somebody was forgotten under. */
    Search by(KeyRing keys) {
        return new Search(keys.all().stream()
                .filter(key -> byKey.containsKey(key.id()))
                .map(key -> new Search.UnderKey(new CallerKeys(key), byKey.getOrDefault(key.id(), Set.of())))
                .toList());
    }

    /** Belongs to one thread. */
    record Search(List<UnderKey> each) {
        record UnderKey(CallerKeys keys, Set<Pseudonym> pseudonyms) {}

        /** Whether the caller of that number in E.164 was forgotten. */
        boolean has(String number) {
            for (var one : each) {
                if (one.pseudonyms().contains(Pseudonym.of(one.keys().of(number)))) {
                    return true;
                }
            }
            return false;
        }
    }
}
