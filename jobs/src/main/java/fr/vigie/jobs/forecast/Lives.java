package fr.vigie.jobs.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Kin;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Pool;
import fr.vigie.forecast.Rolling;
import fr.vigie.load.DayLoad;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From when to when practices are clients, and what that makes of their calls. */
final class Lives {
    /** A group's level remembers about as much: who came since is not in it all along. */
    private static final int DAYS_REMEMBERED = 98;

    /** Who called in the first days of the history was there before. */
    private static final int DAYS_OF_DOUBT = 14;

    /** A practice without calls for so long before it becomes a client was one before, and returns. */
    private static final int DAYS_AWAY = 28;

    private final ForecastPlan plan;
    private final Timeline timeline;
    private final int present;

    Lives(ForecastPlan plan, Timeline timeline) {
        this.plan = plan;
        this.timeline = timeline;
        present = plan.present(timeline);
    }

    /**
     * A practice with calls. It is known from the day it became a client or, where nobody says or it called on enough days before,
     * from its first call on; what lies between two times as a client is not known.
     */
    Pool.Part part(String id, boolean[] open, double[] calls, Almanac almanac) {
        var client = plan.clients().getOrDefault(id, ForecastPlan.Client.ALWAYS);
        int end = until(client);
        int since = index(client.since());
        boolean earlier = since == timeline.length() || ForecastPlan.Client.proves(daysWithCalls(calls, since));
        int first = earlier ? index(day(first(calls))) : since;
        int last = lastBefore(calls, since);
        boolean returns = first < since
                && since < timeline.length()
                && ChronoUnit.DAYS.between(day(last), client.since()) > DAYS_AWAY;
        int back = returns ? since : Math.min(first, since);
        IntPredicate belongs = i -> i < end && (back <= i || (returns && first <= i && i <= last));
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i] || i >= end || (i >= present && !belongs.test(i))) {
                series.closed(i);
            } else if (i < present && belongs.test(i)) {
                series.known(i, calls[i]);
            }
        }
        return new Pool.Part(Outlook.of(series.build(), almanac), belongs, passes(day(back), client));
    }

    private boolean passes(LocalDate since, ForecastPlan.Client client) {
        var remembered = plan.firstOrigin().minusDays(DAYS_REMEMBERED);
        var certain = plan.from().plusDays(DAYS_OF_DOUBT);
        return (!since.isBefore(remembered) && !since.isBefore(certain))
                || client.until().isBefore(plan.asOf().plusDays(plan.config().horizonDays()));
    }

    private static int first(double[] calls) {
        int first = 0;
        while (first < calls.length - 1 && calls[first] == 0) {
            first++;
        }
        return first;
    }

    private long daysWithCalls(double[] calls, int end) {
        return IntStream.range(0, Math.min(end, calls.length))
                .filter(i -> calls[i] > 0)
                .map(timeline::day)
                .distinct()
                .count();
    }

    private static int lastBefore(double[] calls, int end) {
        int last = Math.min(end, calls.length) - 1;
        while (last > 0 && calls[last] == 0) {
            last--;
        }
        return Math.max(0, last);
    }

    private LocalDate day(int i) {
        return timeline.date(timeline.day(i));
    }

    /** Where a day begins, within the timeline. */
    private int index(LocalDate day) {
        return day.equals(LocalDate.MAX)
                ? timeline.length()
                : timeline.indexOf(day.atStartOfDay(plan.zone()).toInstant());
    }

    private int until(ForecastPlan.Client client) {
        return client.until().equals(LocalDate.MAX)
                ? timeline.length()
                : index(client.until().plusDays(1));
    }

    /**
     * A practice of which its kind tells something.
     *
     * @param share calls expected of it by one of the shape's
     */
    record Newcomer(String id, Series series, IntPredicate belongs, Kin kin, double share) {
        /** In that shape, from the last origin on; nobody thought of it before. */
        Rolling path(Rolling shape) {
            int last = shape.origins().length - 1;
            return shape.as(
                    (k, h) -> k == last && belongs.test(shape.origins()[k] + h) ? share * shape.means()[k][h] : 0);
        }
    }

    /**
     * The practices of a group that never had a call, whose kind is known.
     *
     * @param usual calls a day of the group whose shape they take, positive
     */
    List<Newcomer> newcomers(String group, boolean[] open, double usual) {
        return expected(group)
                .map(each -> newcomer(each.getKey(), each.getValue(), open, usual))
                .toList();
    }

    /** Those of a group, with their kind. */
    Stream<Map.Entry<String, Kin>> expected(String group) {
        return plan.newcomers().expected().entrySet().stream().filter(each -> plan.groups()
                .getOrDefault(each.getKey(), DayLoad.NO_GROUP)
                .equals(group));
    }

    private Newcomer newcomer(String id, Kin kin, boolean[] open, double usual) {
        var client = plan.clients().getOrDefault(id, ForecastPlan.Client.ALWAYS);
        int from = Math.max(present, index(client.since()));
        int end = until(client);
        IntPredicate belongs = i -> from <= i && i < end;
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i] || (i >= present && !belongs.test(i))) {
                series.closed(i);
            }
        }
        return new Newcomer(id, series.build(), belongs, kin, kin.callsPerDay() / usual);
    }

    /**
     * A practice's path, shrunk towards what its kind suggests while few of its days are known.
     *
     * @param shape paths of the group that it is taken to call like
     * @param usual its calls a day
     */
    Rolling shrunk(String id, Pool.Part part, Rolling own, Rolling shape, double usual) {
        var kin = plan.newcomers().young().get(id);
        double weight = known(part);
        if (kin == null || !part.passes() || usual == 0 || weight == 1) {
            return own;
        }
        var series = part.outlook().series();
        var suggested = new Newcomer(id, series, part.belongs(), kin, kin.callsPerDay() / usual).path(shape);
        int last = own.origins().length - 1;
        return own.as((k, h) -> k == last
                ? weight * own.means()[k][h] + (1 - weight) * suggested.means()[k][h]
                : own.means()[k][h]);
    }

    /** How far its calls will fall from that path, as long as no error of it is known. */
    Dispersion untried(String id, Pool.Part part) {
        var kin = plan.newcomers().young().get(id);
        return kin == null || !part.passes() ? Dispersion.UNTRIED : kin.dispersion(known(part));
    }

    /** How much of the days are known after which its own calls say all, 0 to 1. */
    private double known(Pool.Part part) {
        int first = part.outlook().series().firstKnown();
        return first >= present
                ? 0
                : Math.min(1, ChronoUnit.DAYS.between(day(first), plan.asOf()) / (double) Newcomers.DAYS_TO_KNOW);
    }

    /** Recent calls of a calendar day. */
    double callsPerDay(Series series) {
        var from = plan.asOf().minusDays(ForecastPlan.RECENT_DAYS);
        double sum = 0;
        for (int i = index(from); i < present; i++) {
            sum += series.isKnown(i) ? series.value(i) : 0;
        }
        return sum / plan.recentDays();
    }
}
