package fr.vigie.staffing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * M/M/n+M from the probabilities of its states, in numbers of 50 digits: an oracle that shares nothing with the code.
 *
 * <p>State {@code n + j} (j in the queue) has the weight {@code y^j / (c (c + 1) ... )} relative to state {@code n}. Who finds it
 * would wait for {@code j + 1} departures at the rates {@code c, c + 1, ..., c + j} per mean patience. These departures are a birth
 * process whose births by time t are negative-binomial: {@code C(c + i - 1, i) e^-ct (1 - e^-t)^i}. Being answered after that wait has
 * the chance {@code c / (c + j + 1)}, and given that one is, the rates are one higher each. Endless patience and none are Erlang C and B.
 */
final class ExactQueue {
    static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-45");

    private final BigDecimal agents;
    private final BigDecimal load;
    private final BigDecimal patience;
    private final BigDecimal c;
    private final BigDecimal y;
    private final BigDecimal below;

    private BigDecimal queue = BigDecimal.ZERO;
    private BigDecimal queueLength = BigDecimal.ZERO;
    private BigDecimal answered = BigDecimal.ZERO;
    private BigDecimal answeredWait = BigDecimal.ZERO;
    private BigDecimal virtualOver = BigDecimal.ZERO;
    private BigDecimal answeredOver = BigDecimal.ZERO;

    /** The figures of a wait of {@code time} mean patiences, the patience given in mean handling times. */
    ExactQueue(int agents, double load, double patience, double time) {
        this(agents, new BigDecimal(load), new BigDecimal(patience), new BigDecimal(time));
    }

    ExactQueue(int agents, BigDecimal load, BigDecimal patience, BigDecimal time) {
        this.agents = BigDecimal.valueOf(agents);
        this.load = load;
        this.patience = patience;
        c = this.agents.multiply(patience, DIGITS);
        y = load.multiply(patience, DIGITS);
        below = below(agents, load);
        addUpTheQueue(time);
    }

    /** The weight of the states with a free agent, that of state {@code n} being 1. */
    private static BigDecimal below(int agents, BigDecimal load) {
        var weight = BigDecimal.ONE;
        var sum = BigDecimal.ZERO;
        for (int k = agents; k > 0; k--) {
            weight = weight.multiply(BigDecimal.valueOf(k), DIGITS).divide(load, DIGITS);
            sum = sum.add(weight, DIGITS);
            if (BigDecimal.valueOf(k).compareTo(load) < 0 && negligible(weight, sum)) {
                break;
            }
        }
        return sum;
    }

    private void addUpTheQueue(BigDecimal time) {
        var left = exp(time.negate());
        var gone = BigDecimal.ONE.subtract(left, DIGITS);
        var weight = BigDecimal.ONE;
        var departures = exp(c.multiply(time, DIGITS).negate());
        var departuresOfAnswered = departures.multiply(left, DIGITS);
        var fewDepartures = BigDecimal.ZERO;
        var fewOfAnswered = BigDecimal.ZERO;
        var meanWait = BigDecimal.ZERO;
        for (int j = 0; ; j++) {
            var rate = c.add(BigDecimal.valueOf(j));
            var next = rate.add(BigDecimal.ONE);
            fewDepartures = fewDepartures.add(departures, DIGITS);
            fewOfAnswered = fewOfAnswered.add(departuresOfAnswered, DIGITS);
            meanWait = meanWait.add(BigDecimal.ONE.divide(next, DIGITS), DIGITS);
            var ofAnswered = weight.multiply(c, DIGITS).divide(next, DIGITS);
            queue = queue.add(weight, DIGITS);
            var waiting = weight.multiply(BigDecimal.valueOf(j), DIGITS);
            queueLength = queueLength.add(waiting, DIGITS);
            answered = answered.add(ofAnswered, DIGITS);
            answeredWait = answeredWait.add(ofAnswered.multiply(meanWait, DIGITS), DIGITS);
            virtualOver = virtualOver.add(weight.multiply(fewDepartures, DIGITS), DIGITS);
            answeredOver = answeredOver.add(ofAnswered.multiply(fewOfAnswered, DIGITS), DIGITS);
            // Waits that are long and rare come from long queues, so the tail ends where it no longer matters to them.
            if (next.compareTo(y) > 0
                    && negligible(waiting, queueLength)
                    && negligible(weight, virtualOver)
                    && negligible(ofAnswered, answeredOver)
                    && j > 0) {
                return;
            }
            var ratio = gone.divide(BigDecimal.valueOf(j + 1L), DIGITS);
            departures = departures.multiply(rate, DIGITS).multiply(ratio, DIGITS);
            departuresOfAnswered = departuresOfAnswered.multiply(next, DIGITS).multiply(ratio, DIGITS);
            weight = weight.multiply(y, DIGITS).divide(next, DIGITS);
        }
    }

    private static boolean negligible(BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole.multiply(NEGLIGIBLE, DIGITS)) < 0;
    }

    private BigDecimal share(BigDecimal weight) {
        return weight.divide(below.add(queue, DIGITS), DIGITS);
    }

    BigDecimal probabilityOfWait() {
        return share(queue);
    }

    BigDecimal abandonment() {
        return share(queueLength).divide(y, DIGITS);
    }

    BigDecimal answered() {
        return share(below.add(answered, DIGITS));
    }

    BigDecimal occupancy() {
        return load.multiply(answered(), DIGITS).divide(agents, DIGITS);
    }

    /** In mean handling times. */
    BigDecimal meanWait() {
        return abandonment().multiply(patience, DIGITS);
    }

    /** In mean handling times. */
    BigDecimal speedOfAnswer() {
        return share(answeredWait).multiply(patience, DIGITS).divide(answered(), DIGITS);
    }

    BigDecimal virtualOver() {
        return share(virtualOver);
    }

    BigDecimal answeredOver() {
        return share(answeredOver);
    }

    BigDecimal virtualWithin() {
        return BigDecimal.ONE.subtract(virtualOver(), DIGITS);
    }

    BigDecimal answeredWithin() {
        return answered().subtract(answeredOver(), DIGITS);
    }

    /** Erlang B: the share that finds all agents busy where nobody queues. */
    static BigDecimal blocking(int agents, double load) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(below(agents, new BigDecimal(load)), DIGITS), DIGITS);
    }

    /** Erlang C: the share that waits, where everybody does as long as it takes. */
    static BigDecimal delay(int agents, double load) {
        var free = BigDecimal.ONE.subtract(new BigDecimal(load).divide(BigDecimal.valueOf(agents), DIGITS));
        var queue = BigDecimal.ONE.divide(free, DIGITS);
        return queue.divide(queue.add(below(agents, new BigDecimal(load)), DIGITS), DIGITS);
    }

    /** The load that a load of first attempts becomes when that share of those who hang up calls again. */
    static BigDecimal withRedials(int agents, double load, double patience, double redial) {
        var base = new BigDecimal(load);
        var low = base;
        var high = base;
        while (excess(agents, high, patience, redial, base).signum() < 0) {
            low = high;
            high = high.multiply(BigDecimal.valueOf(2));
        }
        // False position with halving of the stale end's value (Illinois), to thirty digits.
        var atLow = excess(agents, low, patience, redial, base);
        var atHigh = excess(agents, high, patience, redial, base);
        for (int step = 0; step < 200; step++) {
            var slope = atHigh.subtract(atLow);
            if (slope.signum() == 0 || high.subtract(low).abs().compareTo(high.movePointLeft(30)) < 0) {
                return high;
            }
            var middle =
                    high.subtract(atHigh.multiply(high.subtract(low), DIGITS).divide(slope, DIGITS), DIGITS);
            var there = excess(agents, middle, patience, redial, base);
            if (there.abs().compareTo(base.movePointLeft(30)) < 0) {
                return middle;
            }
            if (there.signum() == atHigh.signum()) {
                atLow = atLow.divide(BigDecimal.valueOf(2), DIGITS);
            } else {
                low = high;
                atLow = atHigh;
            }
            high = middle;
            atHigh = there;
        }
        throw new IllegalStateException("No load with redials was found for " + load + " with " + agents);
    }

    private static BigDecimal excess(int agents, BigDecimal total, double patience, double redial, BigDecimal base) {
        var queue = new ExactQueue(agents, total, new BigDecimal(patience), BigDecimal.ZERO);
        var again = queue.abandonment().multiply(new BigDecimal(redial), DIGITS);
        return total.multiply(BigDecimal.ONE.subtract(again), DIGITS).subtract(base);
    }

    /** {@code e^x} by Taylor's series of a small part of {@code x}, squared. */
    static BigDecimal exp(BigDecimal x) {
        var wide = new MathContext(DIGITS.getPrecision() + 20);
        int halvings = Math.max(0, x.precision() - x.scale()) * 4 + 10;
        var small = x.divide(BigDecimal.valueOf(2).pow(halvings), wide);
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, wide).divide(BigDecimal.valueOf(k), wide);
            sum = sum.add(term, wide);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, wide);
        }
        return sum.round(DIGITS);
    }
}
