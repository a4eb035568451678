package fr.vigie.report;

import fr.vigie.scenario.Absent;
import fr.vigie.scenario.Attendant;
import fr.vigie.scenario.Change;
import fr.vigie.scenario.ChangeText;
import fr.vigie.scenario.HandlingTime;
import fr.vigie.scenario.LongerHours;
import fr.vigie.scenario.OfferByCall;
import fr.vigie.scenario.OfferByMonth;
import fr.vigie.scenario.OnlineForm;
import fr.vigie.scenario.Outsourcing;
import fr.vigie.scenario.Overflow;
import fr.vigie.scenario.ProtectedTime;
import fr.vigie.scenario.Shares;
import fr.vigie.scenario.Volume;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes of a scenario in the reader's words. */
final class ChangeSentences {
    private static final String BETWEEN = "; ";

    private ChangeSentences() {}

    /** @param changes as they are written, see {@link ChangeText}, joined by {@code "; "} */
    static String of(String changes, Words words) {
        return Arrays.stream(changes.split(BETWEEN))
                .map(text -> sentence(ChangeText.parse(text), words))
                .collect(Collectors.joining(BETWEEN));
    }

    private static String sentence(Change change, Words words) {
        if (change instanceof Volume volume) {
            return words.text("change.volume", signed(volume.by(), words));
        } else if (change instanceof HandlingTime handling) {
            return words.text("change.handling-time", signed(handling.by(), words));
        } else if (change instanceof Absent absent) {
            return words.text("change.absent", words.count(absent.operators()));
        } else if (change instanceof Attendant attendant) {
            return words.text("change.attendant", shares(attendant.settles(), words));
        } else if (change instanceof OnlineForm form) {
            return words.text("change.online-form", shares(form.instead(), words));
        } else if (change instanceof ProtectedTime pause) {
            return words.text("change.protected-time", clock(pause.from(), words), clock(pause.until(), words));
        } else if (change instanceof Outsourcing outsourcing) {
            return words.text(
                    "change.outsourcing",
                    words.percent(outsourcing.share(), 0),
                    words.decimal(outsourcing.partner().eurosPerCall(), 2));
        } else if (change instanceof Overflow overflow) {
            return words.text(
                    "change.overflow",
                    words.percent(overflow.most(), 0),
                    words.decimal(overflow.partner().eurosPerCall(), 2));
        } else if (change instanceof LongerHours longer) {
            return words.text("change.longer-hours", clock(longer.from(), words), clock(longer.until(), words));
        } else if (change instanceof OfferByCall offer) {
            return words.text("change.offer-by-call", words.decimal(offer.euros(), 2));
        } else if (change instanceof OfferByMonth offer) {
            return words.text("change.offer-by-month", words.count(offer.euros()));
        }
        throw new IllegalArgumentException("No words for the change " + change + ".");
    }

    /** The share of all calls, and of the kinds that have one of their own. */
    private static String shares(Shares shares, Words words) {
        var kinds = shares.byKind().entrySet().stream()
                .map(kind -> words.text(
                        "change.of-kind", words.percent(kind.getValue(), 0), words.name("request", kind.getKey())));
        var others = words.percent(shares.others(), 0);
        if (shares.byKind().isEmpty()) {
            return others;
        }
        return Stream.concat(
                        kinds, shares.others() > 0 ? Stream.of(words.text("change.of-others", others)) : Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String signed(double share, Words words) {
        return words.text("change.percent", words.signed(Math.round(100 * share)));
    }

    private static String clock(LocalTime time, Words words) {
        return words.clock(time.toSecondOfDay() / 60);
    }
}
