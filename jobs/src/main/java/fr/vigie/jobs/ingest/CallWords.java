package fr.vigie.jobs.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;

/** The words of one of a call's lists ({@code answered}, {@code abandoned} …) as places in it plus one. */
final class CallWords {
    private static final int LONGEST = 64;

    private final String[] words;
    private final Interner known = new Interner();

    CallWords(Class<? extends Enum<?>> type) {
        words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        for (var word : words) {
            known.of(word.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The word's place plus one, in capitals or not; 0 for one that is not in the list. */
    byte code(byte[] bytes, int from, int until) {
        int place = known.find(bytes, from, until);
        if (place < 0 && until - from <= LONGEST) {
            var lower = new String(bytes, from, until - from, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .getBytes(StandardCharsets.ISO_8859_1);
            place = known.find(lower, 0, lower.length);
        }
        return (byte) (place + 1);
    }

    /** The word as the table holds it. */
    byte[] word(byte code) {
        return known.text(code - 1);
    }

    String all() {
        return new TreeSet<>(Arrays.asList(words)).toString();
    }
}
