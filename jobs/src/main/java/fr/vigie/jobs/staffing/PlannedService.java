package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.queue.LoadInterval;
import fr.vigie.queue.Measures;
import fr.vigie.queue.PlannedDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service level that the agents planned let expect, from opening to closing. What the calls' mean may be is part of it:
 * service is lost faster with more calls than it is won with fewer. Three loads stand for all, as in Gauss and Hermite's
 * rule: the middle one with two thirds, those 1.73 deviations away with a sixth each.
 */
final class PlannedService {
    private static final double[] PROBABILITIES = {0.0416, 0.5, 0.9584};
    private static final double[] WEIGHTS = {1 / 6.0, 2 / 3.0, 1 / 6.0};

    /** Breaks begin and end at the quarter of an hour. */
    private static final int QUARTER = 15;

    private final StaffingRules rules;
    private final double waitingShare;
    private final PlannedAgents planned;

    /**
     * @param rules how callers behave and what the service level is
     * @param waitingShare the share of the first interval's calls that wait already when lines open, 0 to 1
     * @param planned who is on calls
     */
    PlannedService(StaffingRules rules, double waitingShare, PlannedAgents planned) {
        this.rules = rules;
        this.waitingShare = waitingShare;
        this.planned = planned;
    }

    /** The level in each interval from opening to closing; null where nothing is planned or nobody calls. */
    List<@Nullable Double> of(List<ForecastRow> stretch) {
        var levels = new ArrayList<@Nullable Double>();
        var first = stretch.get(0);
        if (planned.at(first.id(), first.startsAt(), first.intervalMinutes()) == null) {
            stretch.forEach(interval -> levels.add(null));
            return levels;
        }
        var inTime = new double[stretch.size()];
        var offered = new double[stretch.size()];
        for (int k = 0; k < WEIGHTS.length; k++) {
            add(stretch, PROBABILITIES[k], WEIGHTS[k], inTime, offered);
        }
        for (int i = 0; i < offered.length; i++) {
            levels.add(offered[i] > 0 ? inTime[i] / offered[i] : null);
        }
        return levels;
    }

    private void add(List<ForecastRow> stretch, double probability, double weight, double[] inTime, double[] offered) {
        int backlog = (int) Math.round(waitingShare * rules.calls(stretch.get(0), probability));
        var load = new ArrayList<LoadInterval>();
        var agents = new ArrayList<Integer>();
        var of = new ArrayList<Integer>();
        for (int i = 0; i < stretch.size(); i++) {
            var interval = stretch.get(i);
            int parts = interval.intervalMinutes() % QUARTER == 0 ? interval.intervalMinutes() / QUARTER : 1;
            int minutes = interval.intervalMinutes() / parts;
            double calls = Math.max(0, rules.calls(interval, probability) - (i == 0 ? backlog : 0));
            for (int part = 0; part < parts; part++) {
                load.add(rules.load(minutes, interval.ahtSeconds(), calls / parts));
                var there = planned.at(interval.id(), interval.startsAt().plusSeconds(60L * part * minutes), minutes);
                agents.add(there == null ? 0 : there);
                of.add(i);
            }
        }
        var figures = new PlannedDay(load, backlog, agents, rules.redial())
                .figures(Measures.of(rules.sizing().targets()));
        for (int part = 0; part < figures.size(); part++) {
            var one = figures.get(part);
            if (one.offered() > 0) {
                int i = of.get(part);
                offered[i] += weight * one.offered();
                inTime[i] += weight * one.offered() * one.serviceLevel(rules.measure());
            }
        }
    }
}
