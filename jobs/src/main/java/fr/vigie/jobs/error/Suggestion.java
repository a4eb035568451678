package fr.vigie.jobs.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody probably meant who wrote a word that nobody knows. */
public final class Suggestion {
    private static final int FEW_LETTERS = 2;

    private Suggestion() {}

    /** A sentence, with a blank before it, that names the nearest of the words, or lists them when none is near. */
    public static String of(String word, Collection<String> known) {
        return near(word, known).orElseGet(() -> " There are: " + String.join(", ", known) + ".");
    }

    /** A sentence, with a blank before it, that names the nearest of the words, if one is near. */
    public static Optional<String> near(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(word, each)))
                .filter(nearest -> distance(word, nearest) <= Math.max(FEW_LETTERS, word.length() / 3))
                .map(nearest -> " Did you mean '" + nearest + "'?");
    }

    /** How many letters must be put in, left out or replaced (Levenshtein 1966). */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
