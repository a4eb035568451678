package fr.vigie.staffing;

/**
 * The queue of M/M/n+M while all agents are busy.
 *
 * <p>With {@code j} waiting it has weight {@code w(j) = y^j / ((c+1) ... (c+j))}, where {@code c = n x patience / AHT} and
 * {@code y = a x patience / AHT}. The recursion starts with weight 1 at the most likely length {@code max(0, y - c)} and
 * walks both ways until the weights no longer matter, so neither a heavy overload nor 100,000 agents overflow.
 *
 * <p>A caller who finds {@code j} waiting is answered with probability {@code c / (c+j+1)} and has then waited the sum of
 * {@code 1 / (c+i+1)}, {@code i = 0..j}, in units of the mean patience.
 *
 * @param massOverFirst the sum of all weights over {@code w(0)}; infinite if the queue is never empty
 * @param meanLength mean number waiting while all agents are busy
 * @param meanWaitIfAnswered mean over callers who have to wait of the wait if answered, 0 if not; in mean patiences
 */
record QueueStates(double massOverFirst, double meanLength, double meanWaitIfAnswered) {
    /** A term below this share of the sum no longer changes any digit of it. */
    static final double NEGLIGIBLE = 1e-22;

    static QueueStates of(double c, double y) {
        double mode = Math.max(0, Math.floor(y - c));
        double waitAtMode = harmonic(c + 1, mode + 1);
        double mass = 0;
        double length = 0;
        double answered = 0;

        double weight = 1;
        double wait = waitAtMode;
        for (double j = mode; weight > mass * NEGLIGIBLE; j++) {
            mass += weight;
            length += weight * j;
            answered += weight * wait * (c / (c + j + 1));
            weight *= y / (c + j + 1);
            wait += 1 / (c + j + 2);
        }

        weight = 1;
        wait = waitAtMode;
        for (double j = mode; j > 0; ) {
            weight *= (c + j) / y;
            wait -= 1 / (c + j + 1);
            j--;
            if (weight < mass * NEGLIGIBLE) {
                weight = 0;
                break;
            }
            mass += weight;
            length += weight * j;
            answered += weight * wait * (c / (c + j + 1));
        }
        return new QueueStates(mass / weight, length / mass, answered / mass);
    }

    /** The sum of {@code 1/x, 1/(x+1), ...}, {@code count} terms: the first ones as they are, the others by Euler and Maclaurin. */
    private static double harmonic(double x, double count) {
        double sum = 0;
        double left = count;
        double at = x;
        while (left > 0 && at < 40) {
            sum += 1 / at;
            at++;
            left--;
        }
        return sum + StrictMath.log1p(left / at) + tail(at) - tail(at + left);
    }

    /** {@code ln x - digamma(x)}, for x of 40 and more. */
    private static double tail(double x) {
        double square = 1 / (x * x);
        return 1 / (2 * x) + square * (1 / 12.0 - square * (1 / 120.0 - square / 252.0));
    }
}
