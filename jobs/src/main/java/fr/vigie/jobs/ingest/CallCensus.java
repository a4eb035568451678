package fr.vigie.jobs.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of a part, or of all parts, found.
 *
 * @param files the records of each file, by its number
 * @param days the days that a call arrived on
 * @param late days before which, within the redial window, a call arrived: the redials of their first calls may change
 * @param vanished calls that are no longer told, now that files are read together with others, with the {@link DaySlot}s
 *     in which they were
 * @param ambiguousTimes local times that stood for two instants
 * @param firstId the first of the calls' names, in UTF-8 and in the order of these bytes; null where there is no call
 * @param lastId the last of them
 */
record CallCensus(
        SortedMap<Integer, Counts> files,
        SortedSet<Integer> days,
        SortedSet<Integer> late,
        Map<String, Integer> vanished,
        long ambiguousTimes,
        byte @Nullable [] firstId,
        byte @Nullable [] lastId)
        implements Serializable {

    /**
     * The records of a file.
     *
     * @param read all of them
     * @param rejected those that are no calls
     * @param until the arrival of the last call, microseconds since 1970, {@link PackedCall#NEVER} where there is none
     */
    record Counts(long read, long rejected, long until) implements Serializable {
        Counts plus(Counts other) {
            return new Counts(read + other.read, rejected + other.rejected, Math.max(until, other.until));
        }
    }

    static CallCensus empty() {
        return new CallCensus(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), Map.of(), 0, null, null);
    }

    CallCensus plus(CallCensus other) {
        var allFiles = new TreeMap<>(files);
        other.files.forEach((file, counts) -> allFiles.merge(file, counts, Counts::plus));
        var allDays = new TreeSet<>(days);
        allDays.addAll(other.days);
        var allLate = new TreeSet<>(late);
        allLate.addAll(other.late);
        var allVanished = new HashMap<>(vanished);
        allVanished.putAll(other.vanished);
        return new CallCensus(
                allFiles,
                allDays,
                allLate,
                allVanished,
                ambiguousTimes + other.ambiguousTimes,
                firstId == null || other.firstId != null && Arrays.compareUnsigned(other.firstId, firstId) < 0
                        ? other.firstId
                        : firstId,
                lastId == null || other.lastId != null && Arrays.compareUnsigned(other.lastId, lastId) > 0
                        ? other.lastId
                        : lastId);
    }

    /** A growing array of numbers. */
    static final class Longs {
        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
