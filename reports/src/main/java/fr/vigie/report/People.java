package fr.vigie.report;

import java.util.List;

/**
 * What the managers' page says of the operators as a team.
 *
 * @param missed why yesterday's service level was not the one promised
 * @param care how worn out the teams' days were
 * @param capacity whom to hire when
 */
public record People(List<MissedTarget> missed, List<CareLine> care, List<CapacityLine> capacity) {
    /** Nothing is known. */
    public static final People UNKNOWN = new People(List.of(), List.of(), List.of());

    public People {
        missed = List.copyOf(missed);
        care = List.copyOf(care);
        capacity = List.copyOf(capacity);
    }
}
