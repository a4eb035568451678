package fr.vigie.signal;

import fr.vigie.input.ObservationKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A practice runs out of slots: requests for an appointment that end without one, out of all that were answered.
 *
 * @param chart how the rate is watched
 */
public record Saturation(RateChart chart) implements RateSignal {
    /** Odds that grow threefold; requests are many, and so the bar is higher than for transfers. */
    public static final Saturation DEFAULT = new Saturation(new RateChart(3, 0.05, 40, 13, 60, 20, 9));

    @Override
    public Level level() {
        return Level.PRACTICE;
    }

    @Override
    public Set<Excuse> excuses() {
        return EnumSet.allOf(Excuse.class);
    }

    @Override
    public Set<ObservationKind> noticedAs() {
        return Set.of();
    }

    @Override
    public Count count(PracticeWeek week) {
        return new Count(week.bookings().withoutSlot(), week.bookings().requests());
    }
}
