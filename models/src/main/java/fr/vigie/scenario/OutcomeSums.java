package fr.vigie.scenario;

import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.Sizing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up what the intervals of a plan mean. */
final class OutcomeSums {
    private final Conditions conditions;
    private double calls;
    private double handlingHours;
    private int peakAgents;
    private int outOfReach;
    private double needed;
    private double present;
    private double offered;
    private double answered;
    private double served;
    private double wait;
    private double answeredWait;
    private double inTime;
    private double abandoned;
    private double busy;
    private double onPhone;

    OutcomeSums(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Adds an interval that says how many operators it has. */
    void add(PlannedInterval interval) {
        int agents = Objects.requireNonNull(interval.agents());
        double hours = interval.hours();
        calls += interval.calls();
        handlingHours += interval.handlingHours();
        present += interval.present() * hours;
        onPhone += agents * hours;
        if (interval.offPhone() != null) {
            // They are paid as on any day: what the promises need is no roster's, and no change of the protected
            // time's.
            needed += interval.offPhone().needed() * hours;
        }
        var queue = conditions.queue(interval, 1);
        if (queue.isEmpty()) {
            int least = conditions.agentsNeeded(interval);
            needed += least * hours;
            peakAgents = Math.max(peakAgents, least);
            return;
        }
        var answer = conditions.need(interval, queue.get());
        int enough = answer.performance().agents();
        outOfReach += answer instanceof Sizing.OutOfReach ? 1 : 0;
        needed += enough * hours;
        peakAgents = Math.max(peakAgents, enough);
        if (agents == 0) {
            nobodyAnswers(interval);
        } else {
            callers(interval, queue.get(), agents);
        }
    }

    private void callers(PlannedInterval interval, QueueModel queue, int agents) {
        var performance = queue.with(agents);
        double attempts = interval.calls() * performance.offeredErlangs() / queue.offeredErlangs();
        double lost = Objects.requireNonNull(performance.abandonment());
        offered += attempts;
        abandoned += attempts * lost;
        answered += attempts * (1 - lost);
        served += Math.min(interval.calls(), attempts * (1 - lost));
        wait += attempts * Objects.requireNonNull(performance.meanWaitSeconds());
        answeredWait += attempts * (1 - lost) * Objects.requireNonNull(performance.asaSeconds());
        inTime += attempts * Objects.requireNonNull(performance.serviceLevel(conditions.measure()));
        busy += performance.occupancy() * agents * interval.hours();
    }

    /** Every caller waits as long as patience lasts and hangs up, and some do so again. */
    private void nobodyAnswers(PlannedInterval interval) {
        double attempts = interval.calls() / (1 - conditions.redial());
        offered += attempts;
        abandoned += attempts;
        wait += attempts * interval.patienceSeconds();
    }

    Outcome outcome(Plan plan) {
        var ledger = plan.ledger();
        double onThePhone = 1 - conditions.cost().shrinkage().share();
        double neededHours = (needed + ledger.deskHours()) / onThePhone;
        double handled = served + ledger.partnerCalls() + ledger.settledCalls();
        return new Outcome(
                calls,
                handlingHours,
                ledger.settledCalls(),
                ledger.partnerCalls(),
                ledger.partnerHours(),
                ledger.lostCalls(),
                peakAgents,
                outOfReach,
                neededHours,
                (present + ledger.deskHours()) / onThePhone,
                ratio(wait, offered),
                ratio(answeredWait, answered),
                ratio(inTime, offered),
                ratio(abandoned, offered),
                ratio(busy, onPhone),
                neededHours * conditions.cost().eurosPerHour() + ledger.euros(),
                ledger.hasOffer()
                        ? Double.valueOf(ledger.eurosPerCall() * handled
                                + ledger.eurosPerPracticeAndMonth() * plan.practices() * plan.months())
                        : null,
                conditions.method());
    }

    private static @Nullable Double ratio(double part, double whole) {
        return whole > 0 ? Double.valueOf(part / whole) : null;
    }
}
