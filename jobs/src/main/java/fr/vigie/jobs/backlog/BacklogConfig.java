package fr.vigie.jobs.backlog;

/**
 * How work beside calls is foreseen and fitted in.
 *
 * @param weeks work is expected as in so many weeks before, 1 to 52
 * @param workedShare the share of the time beyond the calls' need that is worked, above 0 and at most 1
 */
public record BacklogConfig(int weeks, double workedShare) {
    public BacklogConfig {
        if (weeks < 1 || weeks > 52) {
            throw new IllegalArgumentException(
                    "The weeks (%d) must be from 1 to 52.\nMaybe set backlog.weeks to 8.".formatted(weeks));
        }
        if (!(workedShare > 0 && workedShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share worked (%s) must be above 0 and at most 1.\nMaybe set backlog.worked-share to 0.85."
                            .formatted(workedShare));
        }
    }
}
