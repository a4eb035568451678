package fr.vigie.capacity;

/** The rate at which operators leave, a month, constant within each band of tenure. */
public final class Hazards {
    private final double[] from;
    private final double[] perMonth;

    /**
     * @param fromMonths where each band begins: 0 first, then rising
     * @param perMonth the rates, zero or more, as many
     */
    Hazards(double[] fromMonths, double[] perMonth) {
        from = fromMonths.clone();
        this.perMonth = perMonth.clone();
    }

    /** The share who stay longer than that. */
    public double survival(double months) {
        return StrictMath.exp(-summed(months));
    }

    /** The hazard summed from 0 to a tenure. */
    private double summed(double months) {
        double sum = 0;
        for (int i = 0; i < from.length && from[i] < months; i++) {
            sum += perMonth[i] * (Math.min(months, end(i)) - from[i]);
        }
        return sum;
    }

    /**
     * How long somebody stays who has been there for a time.
     *
     * @param tenureMonths that time, zero or more
     * @param hazard an exponential draw of mean 1: the summed hazard at which the person leaves
     * @return months from then on, possibly infinite
     */
    double monthsLeft(double tenureMonths, double hazard) {
        double at = tenureMonths;
        double remaining = hazard;
        for (int i = 0; i < from.length; i++) {
            if (end(i) <= at) {
                continue;
            }
            double inBand = perMonth[i] * (end(i) - at);
            if (perMonth[i] > 0 && inBand >= remaining) {
                return at + remaining / perMonth[i] - tenureMonths;
            }
            remaining -= perMonth[i] == 0 ? 0 : inBand;
            at = end(i);
        }
        return Double.POSITIVE_INFINITY;
    }

    private double end(int band) {
        return band + 1 < from.length ? from[band + 1] : Double.POSITIVE_INFINITY;
    }
}
