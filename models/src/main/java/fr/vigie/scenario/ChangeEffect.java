package fr.vigie.scenario;

/**
 * What a change that was tried did, against what would have happened.
 *
 * @param actual the figure over the days of the trial
 * @param expected the forecast of it, made with what was known before
 * @param effect actual / expected - 1
 * @param low the interval's lower end, like the effect
 * @param high its upper end
 * @param level how likely an interval so made contains the true effect, 0 to 1
 * @param windows how many stretches of the same length, one after the other, taught how wide it is
 */
public record ChangeEffect(
        double actual, double expected, double effect, double low, double high, double level, int windows) {
    /** Whether no effect at all is as good an explanation. */
    public boolean mayBeNothing() {
        return low <= 0 && high >= 0;
    }
}
