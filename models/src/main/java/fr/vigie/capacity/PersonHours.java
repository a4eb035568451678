package fr.vigie.capacity;

/**
 * The hours that somebody gives in each month of each path.
 *
 * @param paid mean paid hours of a month over the paths
 * @param useful needed hours on the phone, by path and month, productivity counted
 */
@SuppressWarnings("ArrayRecordComponent") // Added up in place; never compared by equals.
record PersonHours(double[] paid, double[][] useful) {
    private static final int PARTS = 8;

    /** When somebody works, in months of the plan. */
    record Stay(double from, double until, double firstCall) {}

    /** One stay a path. */
    static PersonHours of(Stay[] stays, double hoursPerWeek, Supply supply, Demand demand) {
        var paid = new double[demand.months()];
        var useful = new double[stays.length][demand.months()];
        for (int path = 0; path < stays.length; path++) {
            for (int month = 0; month < paid.length; month++) {
                double part = hoursPerWeek * weeks(demand, month) / PARTS;
                for (int i = 0; i < PARTS; i++) {
                    double at = month + (i + 0.5) / PARTS;
                    if (at >= stays[path].from() && at < stays[path].until()) {
                        paid[month] += part / stays.length;
                        useful[path][month] += part
                                * supply.perPaidHour()
                                * supply.hiring().productivity(at - stays[path].firstCall());
                    }
                }
            }
        }
        return new PersonHours(paid, useful);
    }

    static double weeks(Demand demand, int month) {
        return demand.month(month).lengthOfMonth() / 7.0;
    }
}
