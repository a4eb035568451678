package fr.vigie.staffing;

/**
 * How likely a caller who was lost calls again, as the load shows it.
 *
 * <p>A redial follows a lost call, and may be lost and followed in its turn: redials per lost call are the probability of
 * {@link ErlangX}. Few lost calls say little: the estimate is the mean of what was seen and of {@value #PRESUMED_LOST}
 * presumed lost calls of which {@value #PRESUMED} were followed by another, and stays at {@value #MOST} or less, since
 * certain redials may never end.
 *
 * <p>Callers without a number are never seen again: the estimate is too low by their share. Redials after a call that
 * was sent to a machine or to another place count as redials, those calls do not count as lost.
 *
 * @param lost calls that ended in the queue or met a full line: abandoned and blocked
 * @param redials calls for an operator that are no first attempts
 */
public record RedialRate(long lost, long redials) {
    private static final double PRESUMED = 0.4;
    private static final double PRESUMED_LOST = 100;
    private static final double MOST = 0.9;

    public RedialRate {
        if (lost < 0 || redials < 0) {
            throw new IllegalArgumentException(
                    "The lost calls (%d) and redials (%d) must not be negative.\nMaybe the load table is damaged."
                            .formatted(lost, redials));
        }
    }

    /** The probability that a caller who was lost calls again, 0 to {@value #MOST}. */
    public double probability() {
        return Math.min(MOST, (redials + PRESUMED_LOST * PRESUMED) / (lost + PRESUMED_LOST));
    }
}
