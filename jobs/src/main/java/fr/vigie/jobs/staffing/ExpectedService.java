package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.queue.LoadInterval;
import fr.vigie.queue.PlannedDay;
import fr.vigie.staffing.ServiceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service levels that some agents let expect, from opening to closing. What the calls' mean may be is part of it:
 * service is lost faster with more calls than it is won with fewer. Three loads stand for all, as in Gauss and Hermite's
 * rule: the middle one with two thirds, those 1.73 deviations away with a sixth each.
 */
final class ExpectedService {
    private static final double[] PROBABILITIES = {0.0416, 0.5, 0.9584};
    private static final double[] WEIGHTS = {1 / 6.0, 2 / 3.0, 1 / 6.0};

    /** Breaks begin and end at the quarter of an hour. */
    private static final int QUARTER = 15;

    private final StaffingRules rules;
    private final double waitingShare;
    private final Agents agents;

    /** Who is on calls. */
    interface Agents {
        /** A team's agents on calls in some minutes; null where nothing is planned. */
        @Nullable
        Integer at(String team, Instant start, int minutes);
    }

    /**
     * @param rules how callers behave
     * @param waitingShare the share of the first interval's calls that wait already when lines open, 0 to 1
     * @param agents who is on calls
     */
    ExpectedService(StaffingRules rules, double waitingShare, Agents agents) {
        this.rules = rules;
        this.waitingShare = waitingShare;
        this.agents = agents;
    }

    /**
     * The levels in each interval from opening to closing.
     *
     * @param stretch its intervals
     * @param measures what is a share of what
     * @return for each measure a level an interval; null where nothing is planned or nobody calls
     */
    List<List<@Nullable Double>> of(List<ForecastRow> stretch, List<ServiceLevel> measures) {
        var inTime = new double[measures.size()][stretch.size()];
        var offered = new double[stretch.size()];
        var first = stretch.get(0);
        if (agents.at(first.id(), first.startsAt(), first.intervalMinutes()) != null) {
            for (int k = 0; k < WEIGHTS.length; k++) {
                add(stretch, measures, PROBABILITIES[k], WEIGHTS[k], inTime, offered);
            }
        }
        var levels = new ArrayList<List<@Nullable Double>>();
        for (var ofMeasure : inTime) {
            var row = new ArrayList<@Nullable Double>();
            for (int i = 0; i < offered.length; i++) {
                row.add(offered[i] > 0 ? ofMeasure[i] / offered[i] : null);
            }
            levels.add(row);
        }
        return levels;
    }

    private void add(
            List<ForecastRow> stretch,
            List<ServiceLevel> measures,
            double probability,
            double weight,
            double[][] inTime,
            double[] offered) {
        int backlog = (int) Math.round(waitingShare * rules.calls(stretch.get(0), probability));
        var load = new ArrayList<LoadInterval>();
        var there = new ArrayList<Integer>();
        var of = new ArrayList<Integer>();
        for (int i = 0; i < stretch.size(); i++) {
            var interval = stretch.get(i);
            int parts = interval.intervalMinutes() % QUARTER == 0 ? interval.intervalMinutes() / QUARTER : 1;
            int minutes = interval.intervalMinutes() / parts;
            double calls = Math.max(0, rules.calls(interval, probability) - (i == 0 ? backlog : 0));
            for (int part = 0; part < parts; part++) {
                load.add(rules.load(minutes, interval.ahtSeconds(), calls / parts));
                var some = agents.at(interval.id(), interval.startsAt().plusSeconds(60L * part * minutes), minutes);
                there.add(some == null ? 0 : some);
                of.add(i);
            }
        }
        var levels = new PlannedDay(load, backlog, there, rules.redial()).serviceLevels(measures);
        for (int part = 0; part < levels.size(); part++) {
            var one = levels.get(part);
            if (one.offered() > 0) {
                offered[of.get(part)] += weight * one.offered();
                for (int m = 0; m < measures.size(); m++) {
                    inTime[m][of.get(part)] +=
                            weight * one.offered() * one.levels().get(m);
                }
            }
        }
    }
}
