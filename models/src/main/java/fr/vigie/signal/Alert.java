package fr.vigie.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of an alert: what opened it and how far people are with it.
 *
 * @param id its name
 * @param state how far people are
 * @param owner who took it on; null: nobody yet
 * @param changedOn the day of this version
 * @param evidence the reading that opened it; its date is the alert's
 */
public record Alert(String id, AlertState state, @Nullable String owner, LocalDate changedOn, SignalReading evidence) {

    /** The day it was opened. */
    public LocalDate openedOn() {
        return evidence.asOf();
    }

    /** How likely something has changed, 0 to 1: one less the share of false alarms among those at least as strong. */
    public double probability() {
        return 1 - evidence.falseDiscovery();
    }

    Alert after(AlertDecision decision) {
        var day = decision.on().isBefore(changedOn) ? changedOn : decision.on();
        return new Alert(id, decision.state(), decision.actor(), day, evidence);
    }
}
