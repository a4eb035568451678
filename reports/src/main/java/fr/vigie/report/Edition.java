package fr.vigie.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a page says about itself.
 *
 * @param asOf the first day that is not among the data
 * @param from first day of the data shown
 * @param until last day of the data shown
 * @param sources the runs behind the figures
 * @param translation file name of the same page in the other language, if it is there
 * @param downloads names of the files with the same figures beside the page
 */
public record Edition(
        LocalDate asOf,
        LocalDate from,
        LocalDate until,
        List<Provenance> sources,
        Optional<String> translation,
        List<String> downloads) {
    public Edition {
        sources = List.copyOf(sources);
        downloads = List.copyOf(downloads);
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("The period from %s to %s must ascend.".formatted(from, until));
        }
    }

    /** The same beside a translation of that file name. */
    public Edition translatedIn(String file) {
        return new Edition(asOf, from, until, sources, Optional.of(file), downloads);
    }

    /** The line under the title: period and day. */
    List<Fact> identity(Words words) {
        return List.of(
                new Fact(words.text("identity.period"), words.days(words.day(from), words.day(until)), ""),
                new Fact(words.text("identity.as-of"), words.day(asOf), ""));
    }
}
