package fr.vigie.capacity;

import java.util.Arrays;
import java.util.List;

/**
 * One to two years of a service, drawn many times over: calls as they may grow, operators as they may leave, newcomers as they
 * learn. A month falls under target in a path where the useful hours on the phone are fewer than its calls take.
 *
 * <p>All hires of all plans live in the same paths (common random numbers): one hire more never raises a month's risk, and the
 * same seed gives the same plan.
 */
public final class CapacitySimulation {
    private final Demand demand;
    private final CapacityRules rules;
    private final Futures futures;
    private final CapacityReport report;
    private final List<PersonHours> members;
    private final int mostPerMonth;

    /**
     * Draws the paths.
     *
     * @param demand the calls to come
     * @param need the hours that calls take
     * @param supply who answers them
     * @param rules how sure the plan must be
     */
    public CapacitySimulation(Demand demand, NeedCurve need, Supply supply, CapacityRules rules) {
        this.demand = demand;
        this.rules = rules;
        mostPerMonth = supply.hiring().mostPerMonth();
        futures = new Futures(demand, supply, rules.paths(), rules.seed());
        members = futures.members();
        var needed = new double[rules.paths()][demand.months()];
        for (int path = 0; path < needed.length; path++) {
            for (int month = 0; month < demand.months(); month++) {
                double weeks = PersonHours.weeks(demand, month);
                needed[path][month] = weeks * need.hours(futures.calls()[path][month] / weeks);
            }
        }
        report = new CapacityReport(demand, need, rules, futures.calls(), needed);
    }

    /**
     * The probability of falling under target, by month.
     *
     * @param hires how many the decision of each month hires, as many as there are months, zero or more
     */
    public double[] risk(int[] hires) {
        return risk(state(hires));
    }

    /**
     * The least hires found, as late as may be, that keep the risk of every month that hires can reach under its limit. Where the
     * last month is out of reach, all hires that help there.
     */
    public CapacityPlan plan() {
        int[] hires = new HireSearch(this, demand.months(), mostPerMonth, rules.mostRisk()).least();
        return report.plan(hires, useful(new int[demand.months()]), useful(hires), paid(hires));
    }

    /**
     * The same months without any hire, where others take the calls that are too many: each month as large a share as keeps
     * the risk under its limit, as far as there is.
     */
    public List<ReliefMonth> instead(Relief relief) {
        return report.instead(relief, useful(new int[demand.months()]));
    }

    /** The useful hours by path and month, to which hires can be added. */
    double[][] state(int[] hires) {
        if (hires.length != demand.months() || Arrays.stream(hires).anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("The hires %s must be %d numbers of zero or more.\nMaybe one a month."
                    .formatted(Arrays.toString(hires), demand.months()));
        }
        return useful(hires);
    }

    void add(double[][] state, int month, int number, int sign) {
        add(state, futures.hired(month, number).useful(), sign);
    }

    double[] risk(double[][] state) {
        var risk = new double[demand.months()];
        for (int month = 0; month < risk.length; month++) {
            risk[month] = risk(state, month);
        }
        return risk;
    }

    double risk(double[][] state, int month) {
        return report.risk(state, month);
    }

    /** Whether who is hired by a month's decision can be there in another month. */
    boolean helps(int from, int month) {
        return Arrays.stream(futures.hired(from, 0).useful()).anyMatch(path -> path[month] > 0);
    }

    /** The mean hours that a month misses with one hire more. */
    double missing(double[][] state, int month, int from, int number) {
        return report.missing(state, futures.hired(from, number).useful(), month);
    }

    private double[][] useful(int[] hires) {
        var sum = new double[rules.paths()][demand.months()];
        members.forEach(member -> add(sum, member.useful(), 1));
        for (int month = 0; month < hires.length; month++) {
            for (int number = 0; number < hires[month]; number++) {
                add(sum, month, number, 1);
            }
        }
        return sum;
    }

    /** Mean paid hours of all hires by month. */
    private double[] paid(int[] hires) {
        var paid = new double[demand.months()];
        for (int month = 0; month < hires.length; month++) {
            for (int number = 0; number < hires[month]; number++) {
                var ofOne = futures.hired(month, number).paid();
                Arrays.setAll(paid, m -> paid[m] + ofOne[m]);
            }
        }
        return paid;
    }

    private static void add(double[][] sum, double[][] hours, int sign) {
        for (int path = 0; path < sum.length; path++) {
            for (int month = 0; month < sum[path].length; month++) {
                sum[path][month] += sign * hours[path][month];
            }
        }
    }
}
