package fr.vigie.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The time that calls leave to other work: a backlog with due times is fitted into it.
 *
 * <p>In each interval the work that is due first is done first. Work can be laid down and taken up again, and what is not
 * done by its due interval is dropped as late; then no other order does more work in time (F. Glover, "Maximum matching in
 * a convex bipartite graph", 1967: moments are matched in order with the open work due first).
 *
 * @param spareSeconds what each interval leaves, zero or more
 */
public record QuietHours(List<Double> spareSeconds) {
    private static final double NOTHING = 1e-9;

    public QuietHours {
        spareSeconds = List.copyOf(spareSeconds);
        spareSeconds.forEach(
                spare -> Argument.notNegative("time that calls leave", spare, "Maybe fewer are present than needed."));
    }

    /**
     * The time of the agents beyond those whom calls need.
     *
     * @param present agents present, by interval
     * @param needed agents on the phone that keep every promise, likewise
     * @param intervalSeconds length of an interval
     * @param share of their time that these work, above 0 and at most 1
     */
    public static QuietHours beyond(List<Integer> present, List<Integer> needed, double intervalSeconds, double share) {
        Argument.positive("length of an interval", intervalSeconds, "Maybe give it in seconds.");
        Argument.share("share of time worked", share, "Maybe take 0.85.");
        if (present.size() != needed.size()) {
            throw new IllegalArgumentException(
                    "Agents are present in %d intervals and needed in %d.\nMaybe one is of another day."
                            .formatted(present.size(), needed.size()));
        }
        var spare = new ArrayList<Double>();
        for (int i = 0; i < present.size(); i++) {
            spare.add(Math.max(0, present.get(i) - needed.get(i)) * intervalSeconds * share);
        }
        return new QuietHours(spare);
    }

    /**
     * Work fitted into the time there is.
     *
     * @param doneSeconds work done, by interval
     * @param late what is not done in time, with the seconds that are left of it, by due interval
     */
    public record Fit(List<Double> doneSeconds, List<SideWork> late) {
        public Fit {
            doneSeconds = List.copyOf(doneSeconds);
            late = List.copyOf(late);
        }

        /** The seconds of work that are late. */
        public double lateSeconds() {
            return late.stream().mapToDouble(SideWork::seconds).sum();
        }
    }

    private static final class Open {
        private final SideWork work;
        private double left;

        Open(SideWork work) {
            this.work = work;
            left = work.seconds();
        }
    }

    /** Fits work in, that which is due first first; what is due beyond the last interval has the whole time. */
    public Fit fit(List<SideWork> work) {
        return fit(work, spareSeconds);
    }

    private static Fit fit(List<SideWork> work, List<Double> spare) {
        var arriving = new ArrayList<>(work);
        arriving.sort(Comparator.comparingInt(SideWork::arrives).reversed());
        var open = new PriorityQueue<Open>(
                Comparator.comparingInt((Open each) -> each.work.due()).thenComparingInt(each -> each.work.arrives()));
        var done = new double[spare.size()];
        var late = new ArrayList<SideWork>();
        for (int t = 0; t < spare.size(); t++) {
            while (!arriving.isEmpty() && arriving.get(arriving.size() - 1).arrives() == t) {
                open.add(new Open(arriving.remove(arriving.size() - 1)));
            }
            double left = spare.get(t);
            while (left > NOTHING && !open.isEmpty()) {
                var first = open.element();
                double now = Math.min(left, first.left);
                first.left -= now;
                left -= now;
                done[t] += now;
                if (first.left <= NOTHING) {
                    open.remove();
                }
            }
            while (!open.isEmpty() && open.element().work.due() <= t) {
                drop(open.remove(), late);
            }
        }
        open.forEach(each -> drop(each, late));
        arriving.forEach(each -> drop(new Open(each), late));
        late.sort(Comparator.comparingInt(SideWork::due).thenComparing(SideWork::kind));
        return new Fit(Arrays.stream(done).boxed().toList(), late);
    }

    private static void drop(Open open, List<SideWork> late) {
        if (open.left > NOTHING) {
            var work = open.work;
            late.add(new SideWork(work.kind(), work.arrives(), work.due(), open.left));
        }
    }

    /**
     * Agents to add by interval so that nothing is late: one by one, each where it takes most lateness away, and early
     * among equals. Seldom more than the least there is; never fewer than the lateness over what an agent does.
     *
     * @param work the backlog; none of it may arrive after the last interval
     * @param agentSeconds what an agent does in an interval, above 0
     */
    public List<Integer> agentsToAdd(List<SideWork> work, double agentSeconds) {
        Argument.positive("work of an agent in an interval", agentSeconds, "Maybe give it in seconds.");
        for (var each : work) {
            if (each.arrives() >= spareSeconds.size()) {
                throw new IllegalArgumentException(
                        "Work of the kind '%s' arrives in interval %d of %d.\nMaybe plan further ahead."
                                .formatted(each.kind(), each.arrives(), spareSeconds.size()));
            }
        }
        var added = new ArrayList<>(Collections.nCopies(spareSeconds.size(), 0));
        var spare = new ArrayList<>(spareSeconds);
        double late = fit(work, spare).lateSeconds();
        while (late > NOTHING) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t < spare.size(); t++) {
                double before = spare.get(t);
                spare.set(t, before + agentSeconds);
                double with = fit(work, spare).lateSeconds();
                spare.set(t, before);
                if (with < least - NOTHING) {
                    least = with;
                    best = t;
                }
            }
            spare.set(best, spare.get(best) + agentSeconds);
            added.set(best, added.get(best) + 1);
            late = least;
        }
        return List.copyOf(added);
    }
}
