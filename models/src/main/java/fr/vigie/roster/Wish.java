package fr.vigie.roster;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody would rather have. */
public sealed interface Wish {
    /**
     * A weekday off.
     *
     * @param day the weekday
     */
    record FreeDay(DayOfWeek day) implements Wish {}

    /** Days that begin in the first hour of the opening. */
    record Early() implements Wish {}

    /** Days that end in the last hour of the opening. */
    record Late() implements Wish {}

    /**
     * The wishes in a text: {@code early} or {@code late}, {@code free wednesday}, in English or French ({@code tôt},
     * {@code tard}, {@code libre mercredi}), separated by {@code |}, comma or semicolon.
     *
     * @return for every part a wish, or nothing where it is not understood
     */
    static List<Optional<Wish>> parse(String text) {
        return Arrays.stream(text.split("[|,;]", -1))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty())
                .map(Wish::part)
                .toList();
    }

    private static Optional<Wish> part(String part) {
        return switch (part) {
            case "early", "tôt", "matin" -> Optional.of(new Early());
            case "late", "tard", "soir" -> Optional.of(new Late());
            default -> {
                var words = part.split("[\\s:-]+", -1);
                yield words.length == 2 && (words[0].equals("free") || words[0].equals("libre"))
                        ? day(words[1]).map(FreeDay::new)
                        : Optional.empty();
            }
        };
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Stream.of(Locale.ENGLISH, Locale.FRENCH)
                        .anyMatch(language -> day.getDisplayName(TextStyle.FULL, language)
                                .toLowerCase(Locale.ROOT)
                                .equals(word)))
                .findFirst();
    }
}
