package fr.vigie.simulate;

/**
 * A doctor of a practice.
 *
 * @param id fictional RPPS, 11 digits beginning with 999
 * @param birthYear year of birth
 * @param activityFte full-time equivalents
 * @param halfDays the half-days of the week that are open to patients, bit 2 x (weekday - 1) + (afternoon ? 1 : 0)
 * @param slots slots of a half-day
 * @param slotMinutes minutes of a slot
 * @param pressure share of the slots that patients want
 * @param freeSlotDays usual days to the third free slot
 * @param replacedShare how often a leave is replaced
 */
record Doctor(
        String id,
        int birthYear,
        double activityFte,
        int halfDays,
        int slots,
        int slotMinutes,
        double pressure,
        double freeSlotDays,
        double replacedShare) {
    boolean works(int weekday, int half) {
        return (halfDays >> (2 * (weekday - 1) + half) & 1) == 1;
    }

    Doctor bornIn(int year) {
        return new Doctor(id, year, activityFte, halfDays, slots, slotMinutes, pressure, freeSlotDays, replacedShare);
    }
}
