package fr.vigie.signal;

/**
 * What has been learnt of a practice's own past.
 *
 * @param events the events as they were
 * @param effective the same, weeks discounted for their overdispersion
 * @param weeks comparable weeks
 */
record Past(Count events, Count effective, int weeks) {
    static final Past NONE = new Past(Count.NONE, Count.NONE, 0);

    Past plus(Past other) {
        return new Past(events.plus(other.events), effective.plus(other.effective), weeks + other.weeks);
    }

    /** Whether it is enough to compare with. */
    boolean suffices(RateChart chart) {
        return weeks >= chart.learningWeeks() && events.denominator() >= chart.learningEvents();
    }
}
