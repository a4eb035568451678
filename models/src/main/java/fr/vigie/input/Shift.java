package fr.vigie.input;

import java.time.Instant;

/**
 * A piece of planned work or absence.
 *
 * @param operatorId who
 * @param startsAt start
 * @param endsAt end, after the start
 * @param activity what for
 */
public record Shift(@Key String operatorId, @Key Instant startsAt, Instant endsAt, Activity activity)
        implements InputRow {}
