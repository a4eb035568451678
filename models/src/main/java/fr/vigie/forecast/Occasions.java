package fr.vigie.forecast;

import fr.vigie.calendar.Occasion;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The occasions of a series by day, as far as they are known at an origin: announced ones at once, others once they have begun, and
 * their end once it has come; until then an epidemic is taken to go on for two weeks, an illness for three days. What begins or
 * ends after all that is known of the series is somebody's assumption and counts. For two days after doctors were away, the patients who
 * waited call.
 */
final class Occasions {
    private static final int DAYS_BACK = 2;
    /** An occasion that concerns less of a place, one of its many parts, does not make a day special. */
    private static final double LEAST_SHARE = 0.05;

    private final Timeline timeline;
    private final LocalDate lastKnown;
    private final Map<LocalDate, List<Occasion>> during = new HashMap<>();
    private final Map<LocalDate, List<Occasion>> after = new HashMap<>();
    private final List<Occasion> unannounced = new ArrayList<>();
    private final Set<Effect> effects = EnumSet.noneOf(Effect.class);

    Occasions(Outlook outlook) {
        timeline = outlook.series().timeline();
        int last = outlook.series().length() - 1;
        while (last > 0 && !outlook.series().isKnown(last)) {
            last--;
        }
        lastKnown = timeline.hasDates() ? timeline.date(timeline.day(last)) : LocalDate.MAX;
        if (timeline.hasDates()) {
            var first = timeline.date(timeline.day(0));
            var end = timeline.date(timeline.day(timeline.length() - 1)).plusDays(1);
            outlook.almanac().occasions().forEach(occasion -> add(occasion, first, end));
        }
    }

    private void add(Occasion occasion, LocalDate first, LocalDate end) {
        var effect = Effect.of(occasion.kind());
        if (mark(during, occasion, occasion.from(), occasion.until(), first, end)) {
            effects.add(effect);
            if (!occasion.kind().isAnnounced()) {
                unannounced.add(occasion);
            }
        }
        if ((effect == Effect.DOCTORS_AWAY || effect == Effect.PRACTICE_HOLIDAY)
                && mark(after, occasion, occasion.until(), occasion.until().plusDays(DAYS_BACK), first, end)) {
            effects.add(Effect.DOCTORS_BACK);
        }
    }

    private static boolean mark(
            Map<LocalDate, List<Occasion>> days,
            Occasion occasion,
            LocalDate from,
            LocalDate until,
            LocalDate first,
            LocalDate end) {
        var begins = from.isBefore(first) ? first : from;
        var ends = until.isAfter(end) ? end : until;
        for (var day = begins; day.isBefore(ends); day = day.plusDays(1)) {
            days.computeIfAbsent(day, d -> new ArrayList<>()).add(occasion);
        }
        return begins.isBefore(ends);
    }

    /** The effects that any day of the series may show. */
    Set<Effect> effects() {
        return effects;
    }

    private static boolean isLarge(Occasion occasion) {
        return occasion.share() >= LEAST_SHARE;
    }

    /** Whether something happens on that day, known before or not, that makes it unlike others. */
    boolean happensOn(LocalDate day) {
        return during.getOrDefault(day, List.of()).stream().anyMatch(Occasions::isLarge)
                || after.getOrDefault(day, List.of()).stream().anyMatch(Occasions::isLarge);
    }

    /** How much of the place is concerned on a day, by effect, above 0 and at most 1; what is not known at the origin is left out. */
    Map<Effect, Double> on(LocalDate day, LocalDate origin) {
        var shares = new EnumMap<Effect, Double>(Effect.class);
        during.getOrDefault(day, List.of()).stream()
                .filter(occasion -> day.isBefore(origin) || isForeseen(occasion, origin))
                .forEach(occasion -> add(shares, Effect.of(occasion.kind()), occasion));
        after.getOrDefault(day, List.of()).stream()
                .filter(occasion -> day.isBefore(origin) || isForeseen(occasion, origin))
                .forEach(occasion -> add(shares, Effect.DOCTORS_BACK, occasion));
        if (!day.isBefore(origin)) {
            unannounced.stream()
                    .filter(occasion -> isGoingOn(occasion, origin) && !isForeseen(occasion, origin))
                    .filter(occasion -> day.isBefore(origin.plusDays(daysLeft(occasion.kind()))))
                    .forEach(occasion -> add(shares, Effect.of(occasion.kind()), occasion));
        }
        return shares;
    }

    private static void add(Map<Effect, Double> shares, Effect effect, Occasion occasion) {
        shares.merge(effect, occasion.share(), (a, b) -> Math.min(1, a + b));
    }

    /** Whether both of its ends are known, or assumed, at the origin. */
    private boolean isForeseen(Occasion occasion, LocalDate origin) {
        return occasion.kind().isAnnounced()
                || !occasion.until().isAfter(origin)
                || occasion.from().isAfter(lastKnown)
                || (isGoingOn(occasion, origin) && occasion.until().minusDays(1).isAfter(lastKnown));
    }

    private static boolean isGoingOn(Occasion occasion, LocalDate origin) {
        return occasion.from().isBefore(origin) && occasion.until().isAfter(origin);
    }

    /** How long something is taken to last when nobody knows. */
    private static int daysLeft(Occasion.Kind kind) {
        return switch (kind) {
            case EPIDEMIC -> 14;
            case ILLNESS -> 3;
            default -> 1;
        };
    }
}
