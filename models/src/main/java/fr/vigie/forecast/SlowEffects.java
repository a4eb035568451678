package fr.vigie.forecast;

import fr.vigie.calendar.Occasion;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What moves the level of a line for weeks, as regressors of {@link DayLevel}: school holidays, the season, how many of its doctors are
 * away, and epidemics, each of which has a height of its own beside the one that all have in common. An epidemic rises and falls as a
 * squared sine. One that goes on is taken to last as long as those before did on average, eight weeks where there was none, and at
 * least a fortnight more.
 */
final class SlowEffects {
    /** The effects of the regression that these take the place of. */
    static final Set<Effect> ALL = EnumSet.of(
            Effect.SCHOOL_HOLIDAY,
            Effect.SUMMER_HOLIDAY,
            Effect.YEAR_SINE,
            Effect.YEAR_COSINE,
            Effect.HALF_YEAR_SINE,
            Effect.HALF_YEAR_COSINE,
            Effect.DOCTORS_AWAY,
            Effect.DOCTORS_BACK,
            Effect.EPIDEMIC);

    private static final Effect[] PLAIN =
            ALL.stream().filter(effect -> effect != Effect.EPIDEMIC).toArray(Effect[]::new);
    private static final double USUAL_DAYS = 56;
    private static final double LEAST_DAYS_LEFT = 14;
    private static final double OWN_DEVIATION = 0.05;

    private record Wave(LocalDate from, double days) {
        double at(LocalDate day) {
            double passed = ChronoUnit.DAYS.between(from, day) + 0.5;
            double sine = StrictMath.sin(Math.PI * passed / days);
            return passed <= 0 || passed >= days ? 0 : sine * sine;
        }
    }

    private final Outlook outlook;
    private final Occasions occasions;
    private final LocalDate present;
    private final List<Wave> waves;

    /**
     * @param occasions those of the outlook
     * @param present the first day that is not known
     */
    SlowEffects(Outlook outlook, Occasions occasions, LocalDate present) {
        this.outlook = outlook;
        this.occasions = occasions;
        this.present = present;
        var begun = outlook.almanac().occasions().stream()
                .filter(occasion -> occasion.kind() == Occasion.Kind.EPIDEMIC)
                .filter(occasion -> occasion.from().isBefore(present))
                .sorted(Comparator.comparing(Occasion::from))
                .toList();
        double usual = begun.stream()
                .filter(occasion -> !occasion.until().isAfter(present))
                .mapToDouble(SlowEffects::days)
                .average()
                .orElse(USUAL_DAYS);
        waves = begun.stream().map(occasion -> wave(occasion, usual)).toList();
    }

    private static double days(Occasion occasion) {
        return ChronoUnit.DAYS.between(occasion.from(), occasion.until());
    }

    private Wave wave(Occasion occasion, double usual) {
        double passed = ChronoUnit.DAYS.between(occasion.from(), present);
        return new Wave(
                occasion.from(),
                occasion.until().isAfter(present) ? Math.max(usual, passed + LEAST_DAYS_LEFT) : days(occasion));
    }

    /**
     * What is believed of the coefficients before any data.
     *
     * @param historyDays how long the series is known
     * @return standard deviations, in the order of {@link #on}
     */
    double[] deviations(int historyDays) {
        var plain = DoubleStream.of(Effects.each(PLAIN, effect -> effect.deviation(historyDays)));
        var common = DoubleStream.of(Effect.EPIDEMIC.deviation(historyDays));
        return DoubleStream.concat(
                        DoubleStream.concat(plain, common), waves.stream().mapToDouble(wave -> OWN_DEVIATION))
                .toArray();
    }

    /**
     * The regressors of a day.
     *
     * @param counted the effects that shall count; the others are zero
     */
    double[] on(LocalDate day, Predicate<Effect> counted) {
        var values = Effects.slow(outlook.almanac(), day);
        values.putAll(occasions.on(day, present));
        var plain = DoubleStream.of(
                Effects.each(PLAIN, effect -> counted.test(effect) ? values.getOrDefault(effect, 0.0) : 0));
        var heights = waves.stream()
                .mapToDouble(wave -> counted.test(Effect.EPIDEMIC) ? wave.at(day) : 0)
                .toArray();
        var common = DoubleStream.of(DoubleStream.of(heights).sum());
        return DoubleStream.concat(DoubleStream.concat(plain, common), DoubleStream.of(heights))
                .toArray();
    }
}
