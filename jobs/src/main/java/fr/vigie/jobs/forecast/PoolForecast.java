package fr.vigie.jobs.forecast;

import fr.vigie.forecast.FamilyProfile;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HandlingTime;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.Influence;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Rolling;
import fr.vigie.jobs.forecast.Forecasts.Made;
import fr.vigie.jobs.lake.EffectRow;
import fr.vigie.load.DayLoad;
import fr.vigie.load.DayLoad.Level;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * The forecasts of one planning group and its practices, or of the network.
 *
 * <p>A group is forecast from its own load; its practices are forecast one by one, shrunk towards the group's weekly
 * profile, and then scaled in each interval so that they add up to the group. The network is the sum of its groups.
 */
final class PoolForecast {
    /** Origins before the scored ones, from whose errors the first widths are learnt. */
    private static final int TEACHING_ORIGINS = 4;

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

    private record Child(String id, Place place, Outlook alone) {
        Series series() {
            return alone.series();
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
        var open = plan.open(timeline, group);
        var almanac = plan.specialDays().almanac(group);
        var parent = everKnown(open, whole);
        var outlook = Outlook.of(parent, almanac);
        var origins = origins(outlook);
        var children = new ArrayList<Child>();
        practices.forEach((id, place) -> children.add(new Child(
                id,
                place,
                Outlook.of(practice(id, open, place), plan.specialDays().almanac(group, id)))));
        var family =
                FamilyProfile.of(parent, children.stream().map(Child::alone).toList());
        double assumed = assumedSeconds();
        var aht = handlingTime(whole, assumed);
        explain(Level.GROUP, group, outlook, influence -> !influence.isAbsence());
        children.stream()
                .filter(child -> !child.alone().almanac().occasions().isEmpty())
                .forEach(child ->
                        explain(Level.PRACTICE, child.id(), child.alone().in(family), Influence::isEvent));
        double mean = HandlingTime.mean(whole.handled, whole.seconds(), 0, present, assumed);
        var ofParts = new HashMap<ForecastModel, List<Rolling>>();
        for (var model : plan.models()) {
            var path = walk(model, outlook, origins);
            // Two models may leave the parts to the same one.
            var own = ofParts.computeIfAbsent(model.ofParts(), parts -> children.stream()
                    .map(child -> walk(parts, child.alone().in(family), origins))
                    .toList());
            results.add(model, Level.GROUP, group, parent, path, aht);
            var scaled = Rolling.addingUpTo(path, own).iterator();
            children.forEach(child -> results.add(
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
        explain(Level.NETWORK, DayLoad.NETWORK, outlook, influence -> !influence.isAbsence());
        var origins = origins(outlook);
        var aht = handlingTime(whole, assumedSeconds());
        for (var model : plan.models()) {
            var paths = outlooks.stream().map(o -> walk(model, o, origins)).toList();
            results.add(model, Level.NETWORK, DayLoad.NETWORK, series, Rolling.sumOf(paths), aht);
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
    private void explain(Level level, String id, Outlook outlook, Predicate<Influence> told) {
        var name = level.name().toLowerCase(Locale.ROOT);
        for (var effect : new HourOfWeekRegression().effects(outlook, present, timeline.length() - present)) {
            if (told.test(effect.influence())) {
                made.add(Made.of(new EffectRow(
                        plan.asOf(), name, id, effect.day(), effect.influence().label(), effect.ratio())));
            }
        }
    }
}
