package fr.vigie.staffing;

/** How long callers wait before they are answered or hang up. Times are in seconds, results are shares of all callers. */
public sealed interface WaitingTimes {

    /** A queue that grows without end: nobody is answered in any given time. */
    WaitingTimes ENDLESS = new Patient(0, 1, Double.POSITIVE_INFINITY);

    /** The share of callers who would wait longer than that if they never hung up. */
    double virtualOver(double seconds);

    /** The share of callers who would have waited that long or less if they never hung up. */
    double virtualWithin(double seconds);

    /** The share of callers who wait longer than that, whether they are answered or hang up in the end. */
    double over(double seconds);

    /** The share of callers who wait longer than that and are answered. */
    double answeredOver(double seconds);

    /** The share of callers who are answered within that time. */
    double answeredWithin(double seconds);

    /** The share of callers who do not hang up. */
    double answered();

    /**
     * The time that a share of the callers would wait at most if they never hung up.
     *
     * @param share above 0 and below 1, of all callers
     * @return seconds, infinite where the queue grows without end
     */
    default double virtualQuantile(double share) {
        return WaitQuantile.of(share, this::virtualOver, 1);
    }

    /**
     * The time that a share of the callers waits at most, whether they are answered or hang up in the end.
     *
     * @param share above 0 and below 1, of all callers
     * @return seconds, infinite where the queue grows without end
     */
    default double quantile(double share) {
        return WaitQuantile.of(share, this::over, 1);
    }

    /**
     * The time that a share of the answered callers waits at most.
     *
     * @param share above 0 and below 1, of the callers who are answered
     * @return seconds, infinite where the queue grows without end
     */
    default double answeredQuantile(double share) {
        return WaitQuantile.of(share, this::answeredOver, answered());
    }

    /**
     * Nobody hangs up: the wait of those who wait is exponential.
     *
     * @param atOnce the probability of not waiting
     * @param waiting the probability of waiting
     * @param meanOfWaiting the mean wait of those who wait, in seconds
     */
    record Patient(double atOnce, double waiting, double meanOfWaiting) implements WaitingTimes {
        @Override
        public double virtualOver(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            return waiting * StrictMath.exp(-seconds / meanOfWaiting);
        }

        @Override
        public double virtualWithin(double seconds) {
            return answeredWithin(seconds);
        }

        @Override
        public double over(double seconds) {
            return virtualOver(seconds);
        }

        @Override
        public double answeredOver(double seconds) {
            return virtualOver(seconds);
        }

        @Override
        public double answeredWithin(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            return atOnce - waiting * StrictMath.expm1(-seconds / meanOfWaiting);
        }

        @Override
        public double answered() {
            return 1;
        }
    }

    /** Callers hang up after an exponential patience (M/M/n+M). */
    final class Impatient implements WaitingTimes {
        private final double atOnce;
        private final double waiting;
        private final VirtualWait virtual;
        private final double patienceSeconds;

        /**
         * @param atOnce the probability of not waiting
         * @param waiting the probability of waiting
         * @param virtual the wait of those who wait and have endless patience
         * @param patienceSeconds the mean patience
         */
        Impatient(double atOnce, double waiting, VirtualWait virtual, double patienceSeconds) {
            this.atOnce = atOnce;
            this.waiting = waiting;
            this.virtual = virtual;
            this.patienceSeconds = patienceSeconds;
        }

        double waiting() {
            return waiting;
        }

        @Override
        public double virtualOver(double seconds) {
            return ofWaiting(after(seconds).mass());
        }

        @Override
        public double virtualWithin(double seconds) {
            return atOnce + ofWaiting(within(seconds).mass());
        }

        @Override
        public double over(double seconds) {
            return virtualOver(seconds) * StrictMath.exp(-seconds / patienceSeconds);
        }

        @Override
        public double answeredOver(double seconds) {
            return ofWaiting(after(seconds).answered());
        }

        @Override
        public double answeredWithin(double seconds) {
            return atOnce + ofWaiting(within(seconds).answered());
        }

        @Override
        public double answered() {
            return atOnce + ofWaiting(virtual.all().answered());
        }

        private VirtualWait.Stretch within(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            return virtual.within(seconds / patienceSeconds);
        }

        private VirtualWait.Stretch after(double seconds) {
            Argument.notNegative("time waited", seconds, "Maybe give it in seconds.");
            return virtual.after(seconds / patienceSeconds);
        }

        private double ofWaiting(double integral) {
            return waiting * (integral / virtual.all().mass());
        }
    }
}
