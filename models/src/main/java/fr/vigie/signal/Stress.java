package fr.vigie.signal;

import fr.vigie.input.ObservationKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A doctor begins to close at short notice: half-days of which slots were closed less than 48 hours before, out of all
 * half-days opened. A sign of strain among others, not a diagnosis.
 *
 * @param chart how the rate is watched
 */
public record Stress(RateChart chart) implements RateSignal {
    /** Odds that grow fourfold: from 5 to 17 % of the half-days. */
    public static final Stress DEFAULT = new Stress(new RateChart(4.5, 0.05, 40, 13, 60, 20, 12));

    @Override
    public Level level() {
        return Level.PRACTITIONER;
    }

    @Override
    public Set<Excuse> excuses() {
        return EnumSet.complementOf(EnumSet.of(Excuse.FORWARDING_CHANGE, Excuse.CAMPAIGN));
    }

    @Override
    public Set<ObservationKind> noticedAs() {
        return Set.of(ObservationKind.STRESS);
    }

    @Override
    public Count count(PracticeWeek week) {
        return new Count(week.opening().closedLate(), week.opening().halfDays());
    }
}
