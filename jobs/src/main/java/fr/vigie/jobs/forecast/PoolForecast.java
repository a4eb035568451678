package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Counting;
import fr.vigie.forecast.Evaluation;
import fr.vigie.forecast.FamilyProfile;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HandlingTime;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Rolling;
import fr.vigie.forecast.Score;
import fr.vigie.forecast.Totals;
import fr.vigie.jobs.forecast.Forecasts.Made;
import fr.vigie.jobs.lake.BacktestRow;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.ForecastTotalRow;
import fr.vigie.load.DayLoad;
import fr.vigie.load.DayLoad.Level;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of one planning group and its practices, or of the network.
 *
 * <p>A group is forecast from its own load; its practices are forecast one by one, shrunk towards the group's weekly
 * profile, and then scaled in each interval so that they add up to the group. The network is the sum of its groups.
 */
final class PoolForecast {
    /** Origins before the scored ones, from whose errors the first widths are learnt. */
    private static final int TEACHING_ORIGINS = 4;

    private static final double[] LEVELS = {0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975};

    /** Days and weeks have forecasts of their own. */
    private static final int[] TOTALS = {1, 7};

    private final ForecastPlan plan;
    private final Timeline timeline;
    private final int present;
    private final List<Made> made = new ArrayList<>();

    /** What is known of one place, by interval. */
    static final class Place {
        private final double[] calls;
        private final double[] handled;
        private final long[] handledMillis;

        Place(int length) {
            calls = new double[length];
            handled = new double[length];
            handledMillis = new long[length];
        }

        void add(int i, long calls, long handled, long handledMillis) {
            this.calls[i] += calls;
            this.handled[i] += handled;
            this.handledMillis[i] += handledMillis;
        }

        private double[] seconds() {
            var seconds = new double[handledMillis.length];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = handledMillis[i] / 1000.0;
            }
            return seconds;
        }
    }

    private record Child(String id, Place place, Series series) {}

    PoolForecast(ForecastPlan plan, Timeline timeline) {
        this.plan = plan;
        this.timeline = timeline;
        present = plan.present(timeline);
    }

    /** A group and its practices. */
    List<Made> group(String group, Place whole, SortedMap<String, Place> practices) {
        var open = plan.open(timeline, group);
        var almanac = plan.specialDays().almanac(group);
        var parent = everKnown(open, whole);
        var outlook = Outlook.of(parent, almanac);
        var origins = origins(outlook);
        var profile = FamilyProfile.of(parent);
        var children = new ArrayList<Child>();
        practices.forEach((id, place) -> children.add(new Child(id, place, practice(id, open, place))));
        double assumed = assumedSeconds();
        var aht = handlingTime(whole, assumed);
        explain(Level.GROUP, group, outlook);
        double mean = HandlingTime.mean(whole.handled, whole.seconds(), 0, present, assumed);
        var ofParts = new HashMap<ForecastModel, List<Rolling>>();
        for (var model : plan.models()) {
            var path = walk(model, outlook, origins);
            // Two models may leave the parts to the same one.
            var own = ofParts.computeIfAbsent(model.ofParts(), parts -> children.stream()
                    .map(child -> walk(parts, new Outlook(child.series(), almanac, profile), origins))
                    .toList());
            write(model, Level.GROUP, group, parent, path, aht);
            var scaled = Rolling.addingUpTo(path, own).iterator();
            children.forEach(child -> write(
                    model,
                    Level.PRACTICE,
                    child.id(),
                    child.series(),
                    scaled.next(),
                    handlingTime(child.place(), mean)));
        }
        return made;
    }

    /** The network, from its groups. */
    List<Made> network(SortedMap<String, Place> groups) {
        var open = new boolean[timeline.length()];
        var whole = new Place(timeline.length());
        var outlooks = new ArrayList<Outlook>();
        groups.forEach((group, place) -> {
            var own = plan.open(timeline, group);
            for (int i = 0; i < open.length; i++) {
                open[i] |= own[i];
                if (own[i]) {
                    whole.add(i, (long) place.calls[i], (long) place.handled[i], place.handledMillis[i]);
                }
            }
            outlooks.add(Outlook.of(everKnown(own, place), plan.specialDays().almanac(group)));
        });
        var series = everKnown(open, whole);
        var outlook = Outlook.of(series, plan.specialDays().almanac(DayLoad.NETWORK));
        explain(Level.NETWORK, DayLoad.NETWORK, outlook);
        var origins = origins(outlook);
        var aht = handlingTime(whole, assumedSeconds());
        for (var model : plan.models()) {
            var paths = outlooks.stream().map(o -> walk(model, o, origins)).toList();
            write(model, Level.NETWORK, DayLoad.NETWORK, series, Rolling.sumOf(paths), aht);
        }
        return made;
    }

    private Series everKnown(boolean[] open, Place place) {
        return plan.series(timeline, open, place.calls, plan.from(), LocalDate.MAX);
    }

    /** A practice is known from the day it became a client or, where nobody says, from its first call on. */
    private Series practice(String id, boolean[] open, Place place) {
        var client = plan.clients().get(id);
        int first = 0;
        while (first < present - 1 && place.calls[first] == 0) {
            first++;
        }
        var firstCall = timeline.date(timeline.day(first));
        var since = client == null || client.since().isAfter(firstCall) ? firstCall : client.since();
        return plan.series(timeline, open, place.calls, since, client == null ? LocalDate.MAX : client.until());
    }

    private double assumedSeconds() {
        return plan.config().assumedHandlingTime().toMillis() / 1000.0;
    }

    private int[] origins(Outlook outlook) {
        return Rolling.origins(
                outlook, present, 7, TEACHING_ORIGINS + plan.config().backtestWeeks());
    }

    private Rolling walk(ForecastModel model, Outlook outlook, int[] origins) {
        return Rolling.walk(model, outlook, origins, timeline.length() - present);
    }

    private HandlingTime handlingTime(Place place, double prior) {
        return HandlingTime.learn(
                timeline, place.handled, place.seconds(), present, plan.config().handlingTimeWeeks(), prior);
    }

    /** Why days ahead differ from what their weekday usually brings: the regression knows, whichever model forecasts. */
    private void explain(Level level, String id, Outlook outlook) {
        var name = level.name().toLowerCase(Locale.ROOT);
        for (var effect : new HourOfWeekRegression().effects(outlook, present, timeline.length() - present)) {
            made.add(Made.of(new EffectRow(
                    plan.asOf(), name, id, effect.day(), effect.influence().label(), effect.ratio())));
        }
    }

    private void write(ForecastModel model, Level level, String id, Series series, Rolling path, HandlingTime aht) {
        var widths = level == Level.PRACTICE ? model.ofParts().widths(series, present) : model.widths(series, present);
        var evaluation = new Evaluation(series, path, Counting.CALLS, widths);
        var forecast = evaluation.forecast();
        var name = level.name().toLowerCase(Locale.ROOT);
        for (int h = 0; h < forecast.length(); h++) {
            if (!forecast.isClosed(h)) {
                int i = present + h;
                var q = forecast.quantiles(h, LEVELS);
                made.add(Made.of(new ForecastRow(
                        plan.asOf(),
                        model.name(),
                        name,
                        id,
                        timeline.minutes(),
                        timeline.startsAt(i),
                        timeline.date(timeline.day(i)),
                        forecast.mean(h),
                        q[0],
                        q[1],
                        q[2],
                        q[3],
                        q[4],
                        q[5],
                        q[6],
                        q[7],
                        q[8],
                        aht.seconds(timeline.slotOfWeek(i)))));
            }
        }
        for (int days : TOTALS) {
            writeTotals(model, name, id, Totals.of(series, path, days, weekBegins()));
        }
        for (var score : evaluation.scores(plan.config().backtestWeeks())) {
            made.add(Made.of(row(plan.asOf(), model.name(), name, id, score), score));
        }
    }

    private LocalDate weekBegins() {
        return plan.asOf().with(TemporalAdjusters.nextOrSame(plan.weekStart()));
    }

    private void writeTotals(ForecastModel model, String level, String id, Totals totals) {
        var forecast = totals.forecast();
        for (int k = 0; k < forecast.length(); k++) {
            if (!forecast.isClosed(k)) {
                var q = forecast.quantiles(k, LEVELS);
                made.add(Made.of(new ForecastTotalRow(
                        plan.asOf(),
                        model.name(),
                        level,
                        id,
                        totals.days(),
                        totals.startsOn(k),
                        forecast.mean(k),
                        q[0],
                        q[1],
                        q[2],
                        q[3],
                        q[4],
                        q[5],
                        q[6],
                        q[7],
                        q[8])));
            }
        }
    }

    /** A score as a row; relative to calls only where there were any. */
    static BacktestRow row(LocalDate asOf, String model, String level, String id, Score score) {
        @Nullable Double wape = score.calls() > 0 ? score.wape() : null;
        return new BacktestRow(
                asOf,
                model,
                level,
                id,
                score.bucket().label(),
                wape,
                score.mase(),
                score.smape(),
                score.pinball(),
                score.coverage50(),
                score.coverage80(),
                score.coverage95());
    }
}
