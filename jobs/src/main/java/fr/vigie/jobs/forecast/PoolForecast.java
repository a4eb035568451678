package fr.vigie.jobs.forecast;

import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Footing;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HandlingTime;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.Influence;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Pool;
import fr.vigie.forecast.Rolling;
import fr.vigie.jobs.forecast.Forecasts.Made;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.load.DayLoad;
import fr.vigie.load.DayLoad.Level;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The forecasts of one planning group and its practices, or of the network.
 *
 * <p>A group is forecast from the load of its practices that stay; its practices are forecast one by one, shrunk towards the group's
 * weekly profile, and then scaled in each interval so that they add up ({@link Pool}); those who come or leave are added, and so is
 * who never had a call yet, by its kind, in the shape of those that stay where they bring most of the calls, else of all. The network is the sum of its groups.
 */
final class PoolForecast {
    /** So many weeks ahead models are scored, however far the forecast reaches. */
    private static final int LATER_WEEKS = 6;

    private final ForecastPlan plan;
    private final Timeline timeline;
    private final int present;
    private final List<Made> made = new ArrayList<>();
    private final Results results;

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

    /** A practice with calls of its own. */
    private record Child(String id, Place place, Pool.Part part) {
        Series series() {
            return part.outlook().series();
        }
    }

    PoolForecast(ForecastPlan plan, Timeline timeline) {
        this.plan = plan;
        this.timeline = timeline;
        present = plan.present(timeline);
        results = new Results(plan, timeline, present, made);
    }

    /** A group and its practices. */
    List<Made> group(String group, Place whole, SortedMap<String, Place> practices) {
        var calls = new TreeMap<String, double[]>();
        practices.forEach((id, place) -> calls.put(id, place.calls));
        var members = GroupMembers.of(plan, timeline, group, whole.calls, calls);
        var outlook = members.whole();
        var parent = outlook.series();
        var pool = members.pool();
        var children = members.parts().entrySet().stream()
                .map(each ->
                        new Child(each.getKey(), Objects.requireNonNull(practices.get(each.getKey())), each.getValue()))
                .toList();
        var lives = new Lives(plan, timeline);
        double assumed = assumedSeconds();
        var aht = handlingTime(whole, assumed);
        explain(Level.GROUP, group, outlook, influence -> !influence.isAbsence());
        children.stream()
                .filter(child -> !child.part().outlook().almanac().occasions().isEmpty())
                .forEach(child ->
                        explain(Level.PRACTICE, child.id(), child.part().outlook(), Influence::isEvent));
        double mean = HandlingTime.mean(whole.handled, whole.seconds(), 0, present, assumed);
        double ofStaying = lives.callsPerDay(pool.staying().series());
        double ofAll = lives.callsPerDay(parent);
        boolean mostStay = 2 * ofStaying >= ofAll;
        double usual = mostStay ? ofStaying : ofAll;
        var newcomers =
                usual > 0 ? lives.newcomers(group, plan.open(timeline, group), usual) : List.<Lives.Newcomer>of();
        int[] origins = origins();
        int own = firstOrigin(parent);
        var ofParts = new HashMap<ForecastModel, List<Rolling>>();
        for (var model : plan.models()) {
            // Two models may leave the parts to the same one.
            var parts = ofParts.computeIfAbsent(
                    model.ofParts(), each -> pool.alone(each, origins, timeline.length() - present));
            var paths = pool.together(walk(model, pool.staying(), origins), parts);
            var shape = mostStay ? paths.staying() : paths.whole();
            var all = new ArrayList<>(List.of(paths.staying()));
            var scaled = paths.parts().iterator();
            for (var child : children) {
                var path = lives.shrunk(child.id(), child.part(), scaled.next(), shape, usual);
                if (child.part().passes()) {
                    all.add(path);
                }
                results.add(
                        model,
                        Level.PRACTICE,
                        child.id(),
                        child.series(),
                        path.since(own),
                        handlingTime(child.place(), mean),
                        lives.untried(child.id(), child.part()));
            }
            for (var newcomer : newcomers) {
                var path = newcomer.path(shape);
                all.add(path);
                results.add(
                        model,
                        Level.PRACTICE,
                        newcomer.id(),
                        newcomer.series(),
                        path.since(present),
                        handlingTime(new Place(timeline.length()), mean),
                        newcomer.kin().dispersion());
            }
            var path = Rolling.sumOf(all);
            made.add(Made.of(GroupPath.of(model.name(), false, group, path)));
            results.add(model, Level.GROUP, group, parent, path.since(own), aht, Dispersion.UNTRIED);
        }
        addLater(group, parent, pool, children);
        // A group without calls has no shape.
        var footing = usual > 0 ? Footing.ITS_KIND : Footing.UNKNOWN_KIND;
        lives.expected(group).forEach(each -> made.add(Made.of(EffectRow.of(plan.asOf(), each.getKey(), footing))));
        return made;
    }

    /** How models do so far ahead that only the past can tell. */
    private void addLater(String group, Series parent, Pool pool, List<Child> children) {
        int[] origins = laterOrigins(origins());
        var ofParts = new HashMap<ForecastModel, List<Rolling>>();
        int own = firstOrigin(parent);
        for (var model : origins.length < 2 ? List.<ForecastModel>of() : plan.models()) {
            var parts = ofParts.computeIfAbsent(model.ofParts(), each -> pool.alone(each, origins, laterHorizon()));
            var paths = pool.together(Rolling.walk(model, pool.staying(), origins, laterHorizon()), parts);
            made.add(Made.of(GroupPath.of(model.name(), true, group, paths.whole())));
            results.addLater(model, Level.GROUP, group, parent, paths.whole().since(own));
            var scaled = paths.parts().iterator();
            children.forEach(child -> results.addLater(
                    model,
                    Level.PRACTICE,
                    child.id(),
                    child.series(),
                    scaled.next().since(own)));
        }
    }

    /**
     * The network, from its groups.
     *
     * @param paths those of all groups by all models
     */
    List<Made> network(SortedMap<String, Place> groups, List<GroupPath> paths) {
        var open = new boolean[timeline.length()];
        var whole = new Place(timeline.length());
        groups.forEach((group, place) -> {
            var own = plan.open(timeline, group);
            for (int i = 0; i < open.length; i++) {
                open[i] |= own[i];
                if (own[i]) {
                    whole.add(i, (long) place.calls[i], (long) place.handled[i], place.handledMillis[i]);
                }
            }
        });
        var series = everKnown(open, whole);
        explain(
                Level.NETWORK,
                DayLoad.NETWORK,
                Outlook.of(series, plan.specialDays().almanac(DayLoad.NETWORK)),
                influence -> !influence.isAbsence());
        int[] origins = origins();
        int own = firstOrigin(series);
        var aht = handlingTime(whole, assumedSeconds());
        for (var model : plan.models()) {
            var path = sum(paths, model, false, origins).since(own);
            results.add(model, Level.NETWORK, DayLoad.NETWORK, series, path, aht, Dispersion.UNTRIED);
            int[] later = laterOrigins(origins);
            if (later.length > 1) {
                results.addLater(
                        model,
                        Level.NETWORK,
                        DayLoad.NETWORK,
                        series,
                        sum(paths, model, true, later).since(own));
            }
        }
        return made;
    }

    private static Rolling sum(List<GroupPath> paths, ForecastModel model, boolean later, int[] origins) {
        return Rolling.sumOf(paths.stream()
                .filter(path -> path.later() == later && path.model().equals(model.name()))
                .sorted(Comparator.comparing(GroupPath::group))
                .map(path -> path.from(origins))
                .toList());
    }

    private Series everKnown(boolean[] open, Place place) {
        return plan.series(timeline, open, place.calls, plan.from());
    }

    private double assumedSeconds() {
        return plan.config().assumedHandlingTime().toMillis() / 1000.0;
    }

    /** Those of all groups, so that their paths add up. */
    private int[] origins() {
        return Rolling.origins(timeline, plan.firstOpen(timeline), present, 7, plan.origins());
    }

    /** The first of them that has two weeks of history of a series before it. */
    private int firstOrigin(Series series) {
        return Rolling.origins(timeline, series.firstKnown(), present, 7, plan.origins())[0];
    }

    /** Every second one whose six weeks have passed. */
    private int[] laterOrigins(int[] origins) {
        int last = origins.length - 1;
        while (last >= 0 && origins[last] + laterHorizon() > present) {
            last--;
        }
        int latest = last;
        return IntStream.rangeClosed(0, latest)
                .filter(k -> (latest - k) % 2 == 0)
                .map(k -> origins[k])
                .toArray();
    }

    private int laterHorizon() {
        return LATER_WEEKS * timeline.slotsPerWeek();
    }

    private Rolling walk(ForecastModel model, Outlook outlook, int[] origins) {
        return Rolling.walk(model, outlook, origins, timeline.length() - present);
    }

    private HandlingTime handlingTime(Place place, double prior) {
        return HandlingTime.learn(
                timeline, place.handled, place.seconds(), present, plan.config().handlingTimeWeeks(), prior);
    }

    /** Why days ahead differ from what their weekday usually brings: the regression knows, whichever model forecasts. */
    private void explain(Level level, String id, Outlook outlook, Predicate<Influence> told) {
        var name = word(level);
        for (var effect : new HourOfWeekRegression().effects(outlook, present, timeline.length() - present)) {
            if (told.test(effect.influence())) {
                made.add(Made.of(new EffectRow(
                        plan.asOf(), name, id, effect.day(), effect.influence().label(), effect.ratio())));
            }
        }
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
