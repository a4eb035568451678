package fr.vigie.staffing;

/** How long callers wait before they are answered or hang up. Times are in seconds, results are shares of all callers. */
public sealed interface WaitingTimes {

    /** A queue that grows without end: nobody is answered in any given time. */
    WaitingTimes ENDLESS = new Patient(1, Double.POSITIVE_INFINITY);

    /** The share of callers who would wait longer than that if they never hung up. */
    double virtualOver(double seconds);

    /** The share of callers who wait longer than that, whether they are answered or hang up in the end. */
    double over(double seconds);

    /** The share of callers who wait longer than that and are answered. */
    double answeredOver(double seconds);

    /**
     * Nobody hangs up: the wait of those who wait is exponential.
     *
     * @param waiting the probability of waiting
     * @param meanOfWaiting the mean wait of those who wait, in seconds
     */
    record Patient(double waiting, double meanOfWaiting) implements WaitingTimes {
        @Override
        public double virtualOver(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            return waiting * StrictMath.exp(-seconds / meanOfWaiting);
        }

        @Override
        public double over(double seconds) {
            return virtualOver(seconds);
        }

        @Override
        public double answeredOver(double seconds) {
            return virtualOver(seconds);
        }
    }

    /**
     * Callers hang up after an exponential patience (M/M/n+M).
     *
     * <p>The wait of an endlessly patient caller exceeds {@code t} with probability {@code J(t) / J(0)} of the probability of
     * waiting, {@code J(t) = integral from t of exp(y (1 - e^(-theta x)) - c theta x) dx}. The substitution
     * {@code z = y e^(-theta t)} makes {@code J} a lower incomplete gamma function of {@code c} and {@code z}.
     *
     * @param waiting the probability of waiting
     * @param serviceRatio {@code c}: agents x patience / handling time
     * @param arrivalRatio {@code y}: Erlangs x patience / handling time
     * @param patienceSeconds the mean patience {@code 1/theta}
     */
    record Impatient(double waiting, double serviceRatio, double arrivalRatio, double patienceSeconds)
            implements WaitingTimes {
        @Override
        public double virtualOver(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            double c = serviceRatio;
            double y = arrivalRatio;
            double patiences = seconds / patienceSeconds;
            double z = y * StrictMath.exp(-patiences);
            if (y > c) {
                return waiting * (IncompleteGamma.lower(c, z) / IncompleteGamma.lower(c, y));
            }
            double decay = StrictMath.exp(-y * StrictMath.expm1(-patiences) - c * patiences);
            return waiting * decay * ((1 + IncompleteGamma.rest(c, z)) / (1 + IncompleteGamma.rest(c, y)));
        }

        @Override
        public double over(double seconds) {
            return virtualOver(seconds) * StrictMath.exp(-seconds / patienceSeconds);
        }

        @Override
        public double answeredOver(double seconds) {
            double z = arrivalRatio * StrictMath.exp(-seconds / patienceSeconds);
            double rest = IncompleteGamma.rest(serviceRatio, z);
            return virtualOver(seconds) * (serviceRatio / arrivalRatio) / (1 + 1 / rest);
        }
    }
}
