package fr.vigie.territory;

/**
 * What a practice's calls of a period, or those of several, add up to.
 *
 * @param firstAttempts calls, redials left out
 * @param offered calls answered, abandoned, overflowed or left to voicemail
 * @param abandoned of these, abandoned
 * @param slotRequests answered calls that asked for an appointment
 * @param noSlot of these, without a free slot
 * @param newPatients answered calls of new patients
 * @param newPatientsRefused of these, refused
 */
public record PanelCounts(
        long firstAttempts,
        long offered,
        long abandoned,
        long slotRequests,
        long noSlot,
        long newPatients,
        long newPatientsRefused) {
    /** Nothing yet. */
    public static final PanelCounts NONE = new PanelCounts(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public PanelCounts plus(PanelCounts other) {
        return new PanelCounts(
                firstAttempts + other.firstAttempts,
                offered + other.offered,
                abandoned + other.abandoned,
                slotRequests + other.slotRequests,
                noSlot + other.noSlot,
                newPatients + other.newPatients,
                newPatientsRefused + other.newPatientsRefused);
    }
}
