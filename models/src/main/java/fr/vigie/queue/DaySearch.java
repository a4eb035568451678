package fr.vigie.queue;

import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search for the agents of a day, with room for so many callers present. */
final class DaySearch {
    /** How far from settled a queue may be, in deviations of the callers present, over the whole interval. */
    static final double UNSETTLED = 0.1;

    private static final double OPENING_SECONDS = 3600;
    /** More than this share of the time at the limit of what is told apart, and the limit is too low. */
    private static final double CUT_OFF = 1e-8;

    private final DayStaffing day;
    private final List<LoadInterval> load;
    private final int backlog;
    private final int most;
    private final Measures measures;
    private final int[] agents;
    private final Sizing.@Nullable Answer[] settled;
    private boolean roomy = true;

    DaySearch(DayStaffing day, List<LoadInterval> load, int backlog, int most) {
        this.day = day;
        this.load = load;
        this.backlog = backlog;
        this.most = most;
        measures = Measures.of(day.targets());
        agents = new int[load.size()];
        settled = new Sizing.Answer[load.size()];
    }

    /** Callers present to begin with: those who wait at first, the load and six deviations. */
    static int room(List<LoadInterval> load, int backlog) {
        double most = load.stream().mapToDouble(LoadInterval::erlangs).max().orElse(0);
        return backlog + (int) Math.ceil(most + 6 * Math.sqrt(most)) + 20;
    }

    /** Null if there was not room enough. */
    @Nullable
    List<StaffedInterval> plan() {
        settle();
        var followed = follow();
        if (!roomy) {
            return null;
        }
        var result = result(followed);
        return roomy ? result : null;
    }

    /** What the formulas ask for. */
    private void settle() {
        for (int i = 0; i < agents.length; i++) {
            if (load.get(i).callsPerHour() > 0) {
                var answer = day.sizing().of(day.model(load.get(i)));
                settled[i] = answer;
                agents[i] = answer.performance().agents();
            } else {
                agents[i] = day.minAgents();
            }
        }
    }

    /** Sizes where the formulas do not hold, in order; says where that is. */
    private boolean[] follow() {
        var followed = new boolean[agents.length];
        var present = CallsPresent.exactly(backlog, most);
        double time = 0;
        for (int i = 0; i < agents.length && roomy; i++) {
            boolean calls = load.get(i).calls() > 0 || (i == 0 && backlog > 0);
            followed[i] = calls && (time < OPENING_SECONDS || isUnsettled(i, atStart(present, i, agents[i])));
            if (followed[i]) {
                agents[i] = least(i, present);
            }
            present = atEnd(present, i);
            time += load.get(i).seconds();
        }
        return followed;
    }

    private boolean isUnsettled(int i, double[] present) {
        var answer = settled[i];
        var meanWait = answer == null ? null : answer.performance().meanWaitSeconds();
        if (answer == null || meanWait == null) {
            return true;
        }
        var performance = answer.performance();
        var interval = load.get(i);
        double inService = performance.occupancy() * performance.agents();
        double perSecond = performance.offeredErlangs() / interval.ahtSeconds();
        double inTheLongRun = inService + perSecond * meanWait;
        double away = Math.abs(CallsPresent.mean(present) - inTheLongRun);
        return away * Math.min(1, relaxationSeconds(i) / interval.seconds())
                > UNSETTLED * Math.sqrt(interval.erlangs());
    }

    /**
     * How long a queue remembers: a handling time, or with a queue {@code 1 / (sqrt(n mu) - sqrt(lambda))^2} as in M/M/n, a
     * patience at most.
     */
    private double relaxationSeconds(int i) {
        var interval = load.get(i);
        double spare = Math.sqrt(agents[i] / interval.ahtSeconds()) - Math.sqrt(interval.perSecond());
        double queue =
                spare <= 0 ? interval.patienceSeconds() : Math.min(interval.patienceSeconds(), 1 / spare / spare);
        return Math.max(interval.ahtSeconds(), queue);
    }

    /** The least agents that keep the targets of an interval: ever larger steps from what the formula says, then halves. */
    private int least(int i, double[] present) {
        var next = ahead(i + 1);
        int from = agents[i];
        // With an agent for everybody who may be there more agents change nothing.
        int limit = Math.max(from, Math.min(day.maxAgents(), most + 1));
        int enough = from;
        int tooFew = from;
        if (keeps(i, from, present, next)) {
            tooFew = day.minAgents() - 1;
            for (int step = 1; enough - step > tooFew; step *= 2) {
                if (!keeps(i, enough - step, present, next)) {
                    tooFew = enough - step;
                    break;
                }
                enough -= step;
            }
        } else {
            for (int step = 1; enough < limit; step *= 2) {
                enough = Math.min(limit, tooFew + step);
                if (keeps(i, enough, present, next)) {
                    break;
                }
                tooFew = enough;
            }
        }
        while (enough - tooFew > 1) {
            int half = tooFew + (enough - tooFew) / 2;
            if (keeps(i, half, present, next)) {
                enough = half;
            } else {
                tooFew = half;
            }
        }
        return enough;
    }

    private boolean keeps(int i, int some, double[] present, @Nullable WaitAhead next) {
        return day.targets().stream().allMatch(interval(i, some, present, next)::keeps);
    }

    private List<StaffedInterval> result(boolean[] followed) {
        var result = new ArrayList<StaffedInterval>();
        var present = CallsPresent.exactly(backlog, most);
        for (int i = 0; i < agents.length; i++) {
            result.add(followed[i] ? followed(i, present) : settled(i));
            present = atEnd(present, i);
        }
        return result;
    }

    private StaffedInterval settled(int i) {
        var answer = settled[i];
        if (answer == null) {
            var none = new IntervalFigures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, List.of());
            return new StaffedInterval(agents[i], Method.STATIONARY, none, List.of(), List.of());
        }
        var performance = answer.performance();
        double calls = performance.offeredErlangs()
                / load.get(i).ahtSeconds()
                * load.get(i).seconds();
        return new StaffedInterval(
                agents[i],
                Method.STATIONARY,
                IntervalFigures.settled(performance, calls, measures),
                day.targets().stream()
                        .filter(target -> !target.keptBy(performance))
                        .toList(),
                answer instanceof Sizing.Enough enough ? enough.binding() : List.of());
    }

    /** The figures with the agents that the next intervals have in the end, and another agent where that is fewer than thought. */
    private StaffedInterval followed(int i, double[] present) {
        var next = ahead(i + 1);
        int limit = Math.max(agents[i], Math.min(day.maxAgents(), most + 1));
        while (true) {
            var figures = interval(i, agents[i], present, next).figures();
            var broken = figures.broken(day.targets());
            if (broken.isEmpty() || agents[i] == limit) {
                var binding = broken.isEmpty() && agents[i] > day.minAgents()
                        ? interval(i, agents[i] - 1, present, next).broken(day.targets())
                        : List.<Target>of();
                return new StaffedInterval(agents[i], Method.TRANSIENT, figures, broken, binding);
            }
            agents[i]++;
        }
    }

    private TransientInterval interval(int i, int some, double[] present, @Nullable WaitAhead next) {
        var interval = new TransientInterval(
                new WaitAhead(withRedials(i, some), some, next, most),
                i == 0 ? backlog : 0,
                atStart(present, i, some),
                measures);
        roomy &= interval.highest() <= CUT_OFF || some < agents[i];
        return interval;
    }

    /** What callers who wait at the end of the interval before have ahead, as far as it matters to them. */
    private @Nullable WaitAhead ahead(int from) {
        int until = from;
        double seconds = 0;
        while (until < agents.length
                && seconds < measures.longestWait() + load.get(until).patienceSeconds()) {
            seconds += load.get(until).seconds();
            until++;
        }
        WaitAhead ahead = null;
        for (int i = until - 1; i >= from; i--) {
            ahead = new WaitAhead(withRedials(i, agents[i]), agents[i], ahead, most);
        }
        return ahead;
    }

    private double[] atStart(double[] present, int i, int some) {
        return i == 0 ? present : CallsPresent.afterChange(present, agents[i - 1], some);
    }

    private double[] atEnd(double[] present, int i) {
        return CallsPresent.chain(withRedials(i, agents[i]), agents[i], most)
                .distributionAfter(atStart(present, i, agents[i]), load.get(i).seconds());
    }

    private LoadInterval withRedials(int i, int some) {
        var interval = load.get(i);
        if (day.redial() == 0 || interval.callsPerHour() == 0) {
            return interval;
        }
        double total = day.model(interval).with(some).offeredErlangs();
        return interval.withCallsPerHour(total / interval.ahtSeconds() * 3600);
    }
}
