package fr.vigie.input;

import java.time.Instant;

/**
 * What the phone system saw of an operator.
 *
 * @param operatorId who
 * @param startsAt start
 * @param endsAt end, after the start
 * @param state what was seen
 */
public record Presence(@Key String operatorId, @Key Instant startsAt, Instant endsAt, PresenceState state)
        implements InputRow {}
