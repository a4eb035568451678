package fr.vigie.queue;

import fr.vigie.queue.WaitAhead.Fate;
import fr.vigie.queue.WaitAhead.Question;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One interval of a queue that has not settled: who is there at its moments, and what becomes of those who come. */
final class TransientInterval implements JudgedFigures {
    private final WaitAhead ahead;
    private final int backlog;
    private final Measures measures;
    private final Moments moments;
    private final double[][] present;
    private Fate @Nullable [] fates;

    /**
     * @param ahead what a caller who waits has ahead
     * @param backlog callers who are all there is when the interval begins and count in it
     * @param start how many callers are present when it begins
     * @param measures what is asked
     */
    TransientInterval(WaitAhead ahead, int backlog, double[] start, Measures measures) {
        this.ahead = ahead;
        this.backlog = backlog;
        this.measures = measures;
        var load = ahead.load();
        moments = Moments.of(load, ahead.agents(), measures);
        var chain = CallsPresent.chain(load, ahead.agents(), start.length - 1);
        var at = moments.at();
        present = new double[at.length][];
        present[0] = start;
        for (int i = 1; i < at.length; i++) {
            present[i] = chain.distributionAfter(present[i - 1], at[i] - at[i - 1]);
        }
    }

    double[] atEnd() {
        return present[present.length - 1];
    }

    /** How likely the highest number of callers that is told apart is at most. */
    double highest() {
        double highest = 0;
        for (var distribution : present) {
            highest = Math.max(highest, distribution[distribution.length - 1]);
        }
        return highest;
    }

    /** The callers who count in it, a mean. */
    double offered() {
        return ahead.load().calls() + backlog;
    }

    IntervalFigures figures() {
        return new IntervalFigures(
                offered(),
                answered(),
                abandonment(),
                meanWaitSeconds(),
                asaSeconds(),
                occupancy(),
                measures.waitSeconds().stream().map(this::shares).toList());
    }

    private IntervalFigures.WaitShares shares(double wait) {
        double within = answeredWithin(wait);
        double over = over(wait);
        return new IntervalFigures.WaitShares(wait, within, 1 - within - over, virtualWithin(wait), over);
    }

    @Override
    public double answered() {
        return ofCallers(step -> fates()[step].served());
    }

    @Override
    public double abandonment() {
        // Hanging up has a constant hazard while one waits.
        return meanWaitSeconds() / ahead.load().patienceSeconds();
    }

    private double meanWaitSeconds() {
        return ofCallers(step -> fates()[step].waited());
    }

    @Override
    public double asaSeconds() {
        return ofCallers(step -> fates()[step].answeredWait()) / answered();
    }

    @Override
    public double occupancy() {
        double busy = moments.mean(step -> {
            double sum = 0;
            for (int callers = 1; callers < present[step].length; callers++) {
                sum += present[step][callers] * Math.min(callers, ahead.agents());
            }
            return sum;
        });
        return busy / ahead.agents();
    }

    @Override
    public double answeredWithin(double wait) {
        return ofCallers(Question.SERVED, wait);
    }

    @Override
    public double goneWithin(double wait) {
        return 1 - answeredWithin(wait) - over(wait);
    }

    @Override
    public double virtualWithin(double wait) {
        return ofCallers(Question.SERVED_IF_PATIENT, wait);
    }

    @Override
    public double over(double wait) {
        return ofCallers(Question.STILL_WAITING, wait);
    }

    private Fate[] fates() {
        if (fates == null) {
            fates = ahead.fates(moments.at());
        }
        return fates;
    }

    private double ofCallers(Question question, double seconds) {
        double length = ahead.load().seconds();
        var whole = seconds <= length ? ahead.ahead(question, 0, seconds) : new double[0];
        return ofCallers(i -> {
            double moment = moments.at()[i];
            return moment + seconds <= length ? whole : ahead.ahead(question, moment, seconds);
        });
    }

    /** The mean over the callers of a value by place. */
    private double ofCallers(IntFunction<double[]> byPlace) {
        double calls = ahead.load().calls();
        double sum = calls == 0 ? 0 : calls * moments.mean(step -> ofOneWhoComes(present[step], byPlace.apply(step)));
        if (backlog > 0) {
            var atStart = byPlace.apply(0);
            for (int before = 0; before < backlog; before++) {
                sum += atStart[place(before)];
            }
        }
        return sum / (calls + backlog);
    }

    private double ofOneWhoComes(double[] distribution, double[] byPlace) {
        double mean = 0;
        for (int callers = 0; callers < distribution.length; callers++) {
            mean += distribution[callers] * byPlace[place(callers)];
        }
        return mean;
    }

    /** The place of a caller who finds so many. */
    private int place(int callers) {
        return Math.max(0, callers - ahead.agents() + 1);
    }
}
