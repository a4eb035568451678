package fr.vigie.signal;

import fr.vigie.input.ObservationKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A practice begins to refuse the calls put through to it: transfers declined or unanswered out of those offered.
 *
 * @param chart how the rate is watched
 */
public record Refusal(RateChart chart) implements RateSignal {
    /** From 5 to 15 % at 10 transfers a week within about 10 weeks. */
    public static final Refusal DEFAULT = new Refusal(new RateChart(4.5, 0.05, 40, 13, 60, 20, 6.3));

    @Override
    public Level level() {
        return Level.PRACTICE;
    }

    @Override
    public Set<Excuse> excuses() {
        return EnumSet.complementOf(EnumSet.of(Excuse.CAMPAIGN));
    }

    @Override
    public Set<ObservationKind> noticedAs() {
        return Set.of(ObservationKind.REFUSAL);
    }

    @Override
    public Count count(PracticeWeek week) {
        var transfers = week.transfers();
        return new Count(transfers.declined() + transfers.unanswered(), transfers.offered());
    }
}
