package fr.vigie.jobs.territory;

import fr.vigie.territory.PanelCounts;

/**
 * The calls of a practice in a period, on their way to the panel; they are never stored.
 *
 * @param practiceId the practice
 * @param callers different callers who showed their number
 * @param firstAttempts see {@link PanelCounts}, as for what follows
 * @param offered calls that waited for an answer
 * @param abandoned of these, abandoned
 * @param slotRequests calls that ended with an appointment or for want of one
 * @param noSlot of these, for want of one
 * @param newPatients calls of new patients
 * @param newPatientsRefused of these, refused
 */
public record PracticeCalls(
        String practiceId,
        long callers,
        long firstAttempts,
        long offered,
        long abandoned,
        long slotRequests,
        long noSlot,
        long newPatients,
        long newPatientsRefused) {

    PanelCounts counts() {
        return new PanelCounts(
                firstAttempts, offered, abandoned, slotRequests, noSlot, newPatients, newPatientsRefused);
    }
}
