package fr.vigie.care;

import java.util.List;

/** How a team's days were. */
public sealed interface TeamCare {
    /** The team. */
    String team();

    /**
     * Too few to say anything: it would be about persons.
     *
     * @param team the team
     */
    record Withheld(String team) implements TeamCare {}

    /**
     * A team's figures. A run goes from the first call after a pause to the end of the last one before the next; each day of
     * each operator has a longest one, and these are of the team's days.
     *
     * @param team the team
     * @param operatorDays days of operators who took a call
     * @param hours by hour of the day
     * @param occupancy over all hours
     * @param typicalRunMinutes half of the operators' days have no run longer than this
     * @param longRunMinutes nine in ten have none longer
     * @param typicalCallsInARow half have no more calls without a pause
     * @param longCallsInARow nine in ten have no more
     * @param hardCalls the share of hard calls
     * @param readyHours hours ready for calls
     * @param hoursOverCeiling those of them in hours that were too busy for the team
     */
    record Shown(
            String team,
            int operatorDays,
            List<HourOfCare> hours,
            double occupancy,
            double typicalRunMinutes,
            double longRunMinutes,
            double typicalCallsInARow,
            double longCallsInARow,
            double hardCalls,
            double readyHours,
            double hoursOverCeiling)
            implements TeamCare {
        public Shown {
            hours = List.copyOf(hours);
        }
    }
}
