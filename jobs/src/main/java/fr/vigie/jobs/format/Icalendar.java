package fr.vigie.jobs.format;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.error.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calendars (RFC 5545): plannings, leave, instructions and agendas as Google, Outlook and their like export them.
 *
 * <p>A record is an occurrence of an event; of an agenda, half a day of slots.
 *
 * @param from the first day on which an occurrence may begin; null: any
 * @param until the day before which it must; null: any, and recurrences without an end are rejected
 * @param columns where an event says what a canonical column holds; null: who it concerns is the file's name
 * @param constants the value of a canonical column of which the event says nothing; null: {@code calls} for shifts,
 *     {@code leave} for absences, {@code closed} for instructions
 * @param values the canonical word for a text, or for a word within it, by canonical column
 */
public record Icalendar(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Map<String, Field> columns,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, Map<String, String>> values)
        implements Format {

    /** Where a value may stand. */
    public enum Field {
        /** The file's name without its endings. */
        FILE,
        SUMMARY,
        CATEGORIES,
        DESCRIPTION,
        LOCATION,
        /** Each person invited, by mail address or name: a record for each. */
        ATTENDEE,
        /** The organizer's mail address or name. */
        ORGANIZER
    }

    private static final Map<InputKind, List<String>> WHO = Map.of(
            InputKind.SHIFTS, List.of("operator_id"),
            InputKind.AGENDA, List.of("practitioner_id", "practice_id"),
            InputKind.ABSENCES, List.of("practitioner_id"),
            InputKind.INSTRUCTIONS, List.of("practice_id"));
    private static final Map<InputKind, Map<String, String>> WHAT = Map.of(
            InputKind.SHIFTS, Map.of("activity", "calls"),
            InputKind.AGENDA, Map.of(),
            InputKind.ABSENCES, Map.of("kind", "leave"),
            InputKind.INSTRUCTIONS, Map.of("kind", "closed"));

    /** What the times of an event tell. */
    private static final Set<String> TIMES = Set.of(
            "starts_at",
            "ends_at",
            "starts_on",
            "ends_on",
            "valid_from",
            "valid_until",
            "day",
            "half",
            "opened_minutes",
            "opened_slots",
            "booked_slots");

    public Icalendar {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The calendar's days from %s until %s are none.\nMaybe 'until' is the day after the last."
                            .formatted(from, until));
        }
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    @Override
    public Set<InputKind> kinds() {
        return EnumSet.copyOf(WHO.keySet());
    }

    @Override
    public void check(Wanted wanted) {
        Format.super.check(wanted);
        var given = new ArrayList<>(known(columns).keySet());
        given.addAll(known(constants).keySet());
        given.addAll(known(values).keySet());
        for (var column : given) {
            if (!wanted.columns().contains(column)) {
                throw new IllegalArgumentException("The mapping names the column '%s', which %s do not have.%s"
                        .formatted(column, wanted.kind().word(), Suggestion.of(column, wanted.columns())));
            }
            if (TIMES.contains(column)) {
                throw new IllegalArgumentException(
                        "The mapping names the column '%s', which the event's times tell.".formatted(column));
            }
        }
        for (var column : wanted.required()) {
            if (!TIMES.contains(column) && !given.contains(column) && !tells(wanted.kind(), column)) {
                throw new IllegalArgumentException(
                        "The mapping gives no %s.\nMaybe write constants: { %s: ... }".formatted(column, column));
            }
        }
    }

    /** Who comes first stands in the file's name, what is done has a usual word. */
    private static boolean tells(InputKind kind, String column) {
        return column.equals(who(kind)) || what(kind).containsKey(column);
    }

    private static String who(InputKind kind) {
        return known(WHO.get(kind)).get(0);
    }

    private static Map<String, String> what(InputKind kind) {
        return known(WHAT.get(kind));
    }

    @Override
    public Records read(List<InputFile> files, Wanted wanted) {
        var file = files.get(0);
        var records = new CalendarRecords(this, wanted, file.name().replaceFirst("\\..*$", ""));
        for (var calendar : CalendarComponent.calendars(file)) {
            records.add(calendar);
        }
        return Records.of(records.all().iterator());
    }

    /**
     * What a column of an event's record holds.
     *
     * @param texts where the event says it, in the order of trust; empty: nowhere
     */
    @Nullable
    String value(InputKind kind, String column, List<String> texts) {
        var words = known(values).getOrDefault(column, Map.of());
        for (var text : texts) {
            var word = word(words, text);
            if (word != null) {
                return word;
            }
        }
        if (!texts.isEmpty()) {
            return texts.get(0);
        }
        return known(constants).getOrDefault(column, what(kind).get(column));
    }

    /** Where a column's value stands; null: nowhere. */
    @Nullable
    Field field(InputKind kind, String column) {
        var field = known(columns).get(column);
        return field == null && column.equals(who(kind)) && !known(constants).containsKey(column) ? Field.FILE : field;
    }

    /** The text's own word, or the longest of those that stand in it. */
    private static @Nullable String word(Map<String, String> words, String text) {
        var within = new TreeMap<Integer, String>();
        for (var entry : new TreeMap<>(words).entrySet()) {
            if (entry.getKey().equalsIgnoreCase(text)) {
                return entry.getValue();
            }
            if (isWithin(entry.getKey(), text)) {
                within.put(entry.getKey().length(), entry.getValue());
            }
        }
        return within.isEmpty() ? null : within.lastEntry().getValue();
    }

    private static boolean isWithin(String word, String text) {
        var letters = text.toLowerCase(Locale.ROOT);
        var sought = word.toLowerCase(Locale.ROOT);
        for (int at = letters.indexOf(sought); at >= 0 && !sought.isEmpty(); at = letters.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            if ((at == 0 || !Character.isLetterOrDigit(letters.charAt(at - 1)))
                    && (end == letters.length() || !Character.isLetterOrDigit(letters.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static <V> V known(@Nullable V value) {
        return Objects.requireNonNull(value);
    }
}
