package fr.vigie.jobs.forecast;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.OpeningHours;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.PlaceOccasions;
import fr.vigie.forecast.Pool;
import fr.vigie.forecast.Rolling;
import fr.vigie.input.Absence;
import fr.vigie.input.Event;
import fr.vigie.input.InputRow;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.series.Timeline;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Planning groups whose calls are drawn, as the stage sees and forecasts them on a day: for benchmarks. */
public final class DrawnGroups {
    private final Timeline timeline;
    private final SortedMap<String, SortedMap<String, double[]>> calls;
    private final ForecastPlan plan;

    /**
     * @param timeline from the first day of the history to the last one ahead
     * @param asOf the first day ahead
     * @param hours everybody's
     * @param almanac the calendar, without occasions
     * @param register rows of inputs, of which events, absences, doctors and practices count
     * @param calls by group and practice, up to the first day ahead
     */
    public DrawnGroups(
            Timeline timeline,
            ZoneId zone,
            LocalDate asOf,
            OpeningHours hours,
            Almanac almanac,
            List<InputRow> register,
            SortedMap<String, SortedMap<String, double[]>> calls) {
        this.timeline = timeline;
        this.calls = calls;
        var from = timeline.date(timeline.day(0));
        var until = timeline.date(timeline.day(timeline.length() - 1)).plusDays(1);
        var events = rows(register, Event.class);
        var groups = new TreeMap<String, String>();
        var shares = new TreeMap<String, Map<String, Double>>();
        calls.forEach((group, own) -> {
            double all = own.values().stream().mapToDouble(DrawnGroups::sum).sum();
            shares.put(
                    group,
                    own.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> sum(each.getValue()) / all)));
            own.keySet().forEach(practice -> groups.put(practice, group));
        });
        plan = new ForecastPlan(
                new ForecastConfig(
                        (int) ChronoUnit.DAYS.between(asOf, until),
                        timeline.minutes(),
                        ForecastConfig.Demand.FIRST_ATTEMPTS,
                        List.of("auto"),
                        (int) ChronoUnit.DAYS.between(from, asOf),
                        8,
                        List.of(),
                        8,
                        Duration.ofMinutes(3)),
                zone,
                from,
                asOf,
                groups,
                calls.keySet().stream().collect(Collectors.toMap(group -> group, group -> hours)),
                SpecialDays.of(
                        almanac.publicHolidays(),
                        events,
                        from,
                        until,
                        almanac.schoolZone().orElse(null),
                        PlaceOccasions.of(
                                events, rows(register, Absence.class), rows(register, Practitioner.class), from, until),
                        shares),
                DayOfWeek.MONDAY,
                rows(register, Practice.class).stream()
                        .collect(Collectors.toMap(
                                Practice::practiceId,
                                practice ->
                                        ForecastPlan.Client.of(practice.clientSince(), practice.clientUntil()))),
                Newcomers.none());
    }

    private static <R extends InputRow> List<R> rows(List<InputRow> register, Class<R> kind) {
        return register.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static double sum(double[] calls) {
        return Arrays.stream(calls).sum();
    }

    /** All of them, in the order of their names. */
    public List<Group> all() {
        return calls.entrySet().stream()
                .map(each -> new Group(GroupMembers.of(plan, timeline, each.getKey(), whole(each.getValue()), each.getValue())))
                .toList();
    }

    private static double[] whole(SortedMap<String, double[]> practices) {
        var whole = new double[practices.values().iterator().next().length];
        practices.values().forEach(own -> Arrays.setAll(whole, i -> whole[i] + own[i]));
        return whole;
    }

    /** One of them. */
    public static final class Group {
        private final GroupMembers members;
        private final Map<ForecastModel, List<Rolling>> ofParts = new HashMap<>();

        private Group(GroupMembers members) {
            this.members = members;
        }

        /** Itself, with all its calls. */
        public Outlook outlook() {
            return members.whole();
        }

        /** Its practices with calls. */
        public List<String> practices() {
            return members.practices();
        }

        /**
         * What a model expects of it and, in their order, of its practices; always asked from the same origins.
         *
         * @param origins ascending
         * @param horizon intervals ahead of each
         */
        public Pool.Paths paths(ForecastModel model, int[] origins, int horizon) {
            var alone = ofParts.computeIfAbsent(
                    model.ofParts(), each -> members.pool().alone(each, origins, horizon));
            return members.pool().together(Rolling.walk(model, members.pool().staying(), origins, horizon), alone);
        }
    }
}
