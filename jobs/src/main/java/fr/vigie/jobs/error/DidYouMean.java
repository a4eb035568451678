package fr.vigie.jobs.error;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody who misspelt a word was probably after. */
public final class DidYouMean {
    private DidYouMean() {}

    /** A sentence that names the nearest of the words, or lists them when none is near. */
    public static String of(String word, Collection<String> known) {
        var distance = new LevenshteinDistance();
        return known.stream()
                .min(Comparator.comparing(near -> distance.apply(word, near)))
                .filter(near -> distance.apply(word, near) <= Math.max(2, word.length() / 3))
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> "There are: " + String.join(", ", known) + ".");
    }
}
