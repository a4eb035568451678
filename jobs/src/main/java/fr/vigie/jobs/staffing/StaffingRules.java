package fr.vigie.jobs.staffing;

import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Shrinkage;
import fr.vigie.staffing.Sizing;
import java.io.Serializable;

/**
 * How an interval is sized.
 *
 * @param sizing the targets
 * @param measure what the service level is
 * @param shrinkage paid time off the phone
 * @param patienceSeconds the mean patience
 * @param redial the probability of a redial
 */
record StaffingRules(Sizing sizing, ServiceLevel measure, Shrinkage shrinkage, double patienceSeconds, double redial)
        implements Serializable {

    /** The queueing model's name in the table. */
    String method() {
        return redial == 0 ? "erlang-a" : "erlang-x";
    }

    /** The least agents that keep the targets, or as many as there may be. */
    Sizing.Answer size(double erlangs, double ahtSeconds) {
        return sizing.of(model(erlangs, ahtSeconds));
    }

    private QueueModel model(double erlangs, double ahtSeconds) {
        return redial == 0
                ? new ErlangA(erlangs, ahtSeconds, patienceSeconds)
                : new ErlangX(erlangs, ahtSeconds, patienceSeconds, redial);
    }
}
