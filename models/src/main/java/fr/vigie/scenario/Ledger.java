package fr.vigie.scenario;

/**
 * What a plan brings about beside the calls that operators answer.
 *
 * @param settledCalls calls that a machine or a form settles
 * @param partnerCalls calls that a partner settles
 * @param partnerHours the partner's hours of handling
 * @param lostCalls calls that do not come again
 * @param deskHours hours of operators' work beside calls
 * @param euros paid to others than operators
 * @param eurosPerCall earned for each call that is served by whomever; 0: nothing is known of it
 * @param eurosPerPracticeAndMonth earned for each practice and month; 0: nothing is known of it
 */
public record Ledger(
        double settledCalls,
        double partnerCalls,
        double partnerHours,
        double lostCalls,
        double deskHours,
        double euros,
        double eurosPerCall,
        double eurosPerPracticeAndMonth) {
    /** Nothing beside the calls. */
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0, 0, 0);

    Ledger settled(double calls, double paid) {
        return new Ledger(
                settledCalls + calls,
                partnerCalls,
                partnerHours,
                lostCalls,
                deskHours,
                euros + paid,
                eurosPerCall,
                eurosPerPracticeAndMonth);
    }

    Ledger toPartner(double calls, double hours, double paid) {
        return new Ledger(
                settledCalls,
                partnerCalls + calls,
                partnerHours + hours,
                lostCalls,
                deskHours,
                euros + paid,
                eurosPerCall,
                eurosPerPracticeAndMonth);
    }

    Ledger lost(double calls) {
        return new Ledger(
                settledCalls,
                partnerCalls,
                partnerHours,
                lostCalls + calls,
                deskHours,
                euros,
                eurosPerCall,
                eurosPerPracticeAndMonth);
    }

    Ledger desk(double hours) {
        return new Ledger(
                settledCalls,
                partnerCalls,
                partnerHours,
                lostCalls,
                deskHours + hours,
                euros,
                eurosPerCall,
                eurosPerPracticeAndMonth);
    }

    Ledger offering(double perCall, double perPracticeAndMonth) {
        return new Ledger(
                settledCalls, partnerCalls, partnerHours, lostCalls, deskHours, euros, perCall, perPracticeAndMonth);
    }

    /** Whether anything is known of what is earned. */
    boolean hasOffer() {
        return eurosPerCall > 0 || eurosPerPracticeAndMonth > 0;
    }
}
