package fr.vigie.signal;

import fr.vigie.input.ObservationKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A doctor opens fewer and fewer hours: minutes of agenda open to patients, out of those to be expected from the
 * doctor's own earlier weeks and from what all agendas did in the same week.
 *
 * <p>The deviation of a week is z = (1 - opened/expected) / s, s being the spread of the doctor's own earlier weeks, and
 * the chart is the cumulative sum of the log likelihood ratios of a fall by one s: z - 1/2. Both the expectation and the
 * spread are taken one standard error to the doctor's favour; the deviation is cut at {@code cut}, so that no week alone
 * can alarm.
 *
 * @param leastSpread the least spread s, as a share of the expected minutes, above 0
 * @param cut the greatest deviation that a week may count for, in s, above 1
 * @param learningWeeks comparable weeks before the first reading, at least 4
 * @param gateWeeks comparable weeks that a deviation must have behind it before it may alarm, at least 2
 * @param threshold the score of an alarm, above 0
 */
public record WindDown(double leastSpread, double cut, int learningWeeks, int gateWeeks, double threshold)
        implements Signal {

    /** Hours falling by a quarter over half a year within 14 weeks. */
    public static final WindDown DEFAULT = new WindDown(0.05, 3, 13, 4, 6.5);

    public WindDown {
        if (!(leastSpread > 0)) {
            throw new IllegalArgumentException(
                    "The least spread (%s) must be positive.\nMaybe set least-spread: 0.06.".formatted(leastSpread));
        }
        if (!(cut > 1)) {
            throw new IllegalArgumentException("The cut (%s) must be above 1.\nMaybe set cut: 3.".formatted(cut));
        }
        if (learningWeeks < 4) {
            throw new IllegalArgumentException(
                    "The learning weeks (%d) must be at least 4.\nMaybe set learning-weeks: 13."
                            .formatted(learningWeeks));
        }
        if (gateWeeks < 2) {
            throw new IllegalArgumentException(
                    "The gate (%d weeks) must be at least 2.\nMaybe set gate-weeks: 4.".formatted(gateWeeks));
        }
        if (!(threshold > 0)) {
            throw new IllegalArgumentException(
                    "The threshold (%s) must be positive.\nMaybe set threshold: 7.".formatted(threshold));
        }
    }

    @Override
    public Level level() {
        return Level.PRACTITIONER;
    }

    @Override
    public Set<Excuse> excuses() {
        return EnumSet.of(Excuse.LEAVE, Excuse.REPLACEMENT, Excuse.PUBLIC_HOLIDAY, Excuse.CLOSED, Excuse.EVENT);
    }

    @Override
    public Set<ObservationKind> noticedAs() {
        return Set.of(ObservationKind.RETIREMENT, ObservationKind.REDUCED_HOURS, ObservationKind.DEPARTURE);
    }

    @Override
    public List<SignalReading> read(List<PracticeHistory> network) {
        var season = OpeningSeason.of(this, network);
        var readings = new ArrayList<SignalReading>();
        for (var history : network) {
            if (history.level() == level()) {
                readings.addAll(new LevelRun(this, season).read(history));
            }
        }
        return List.copyOf(readings);
    }
}
