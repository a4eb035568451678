package fr.vigie.jobs.bench;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.Rolling;
import fr.vigie.input.InputRow;
import fr.vigie.jobs.forecast.DrawnGroups;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import fr.vigie.simulate.Intensity;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import fr.vigie.simulate.Sink;
import fr.vigie.simulate.Truth;
import fr.vigie.simulate.Waves;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two years of half-hours of 250 practices in four groups: the simulator's rates, and calls drawn from them by its own law,
 * without queue and redials. The fortnight after is open as usual and not known.
 */
final class SimulatedService {
    static final LocalDate FROM = LocalDate.of(2024, 4, 1);
    static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);
    static final int GROUPS = 4;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MINUTES = 30;
    static final int HORIZON_DAYS = 14;
    /** Quarters are counted from six o'clock on. */
    private static final int FIRST_QUARTER = 24;

    private final Timeline timeline;
    private final boolean[] open;
    private final int present;
    private final Almanac almanac;
    private final Intensity intensity;
    private final Waves waves;
    private final double[][] rates;
    private final double[][] calls;
    private final List<DrawnGroups.Group> groups;

    /**
     * @param seed decides the practices, their lives, the epidemics and the calls
     */
    SimulatedService(int seed) {
        var holidays = PublicHolidays.ofFrance(FROM.minusDays(7), UNTIL.plusDays(30));
        almanac = new Almanac(holidays, Optional.of(SchoolZone.B));
        var hours = new OpeningHours(
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day != DayOfWeek.SUNDAY)
                        .collect(Collectors.toMap(
                                day -> day, day -> List.of(OpeningHours.Stretch.parse("07:00-19:00")))),
                holidays);
        var start = FROM.atStartOfDay(PARIS).toInstant();
        var end = UNTIL.plusDays(HORIZON_DAYS).atStartOfDay(PARIS).toInstant();
        timeline = Timeline.ofClock(
                start, MINUTES, PARIS, (int) (Duration.between(start, end).toMinutes() / MINUTES));
        present = indexOf(UNTIL);
        open = new boolean[timeline.length()];
        for (int i = 0; i < open.length; i++) {
            open[i] = hours.isOpen(timeline.date(timeline.day(i)), timeline.slotOfDay(i) * MINUTES);
        }
        var simulated = new Service(ServicePlan.defaults(seed, FROM, UNTIL));
        intensity = simulated.intensity();
        waves = Waves.drawn(seed, FROM, UNTIL);
        rates = rates(intensity, 0, present);
        calls = new Scatter(timeline, 6 + seed).draw(rates);
        groups = new DrawnGroups(timeline, PARIS, UNTIL, hours, almanac, register(simulated), byGroup()).all();
    }

    /** What stands still, as it would be told in files. */
    private static List<InputRow> register(Service simulated) {
        var rows = new ArrayList<InputRow>();
        simulated.standing(new Sink() {
            @Override
            public void accept(InputRow row) {
                rows.add(row);
            }

            @Override
            public void accept(Truth truth) {}
        });
        return rows;
    }

    private double[][] rates(Intensity simulated, int from, int until) {
        var byPractice = new double[simulated.plan().practices()][until - from];
        for (int p = 0; p < byPractice.length; p++) {
            for (int i = from; i < until; i++) {
                int quarter = 2 * timeline.slotOfDay(i) - FIRST_QUARTER;
                var day = timeline.date(timeline.day(i));
                byPractice[p][i - from] =
                        open[i] ? simulated.expected(p, day, quarter) + simulated.expected(p, day, quarter + 1) : 0;
            }
        }
        return byPractice;
    }

    /** What can be foreseen of the expected calls from a half-hour with which a day begins, by practice and half-hour ahead. */
    double[][] foreseen(int origin) {
        return rates(
                intensity.foreseenBefore(timeline.date(timeline.day(origin))),
                origin,
                Math.min(present, origin + horizon()));
    }

    Timeline timeline() {
        return timeline;
    }

    Almanac almanac() {
        return almanac;
    }

    /** The index of the first half-hour that is not known. */
    int present() {
        return present;
    }

    /** Intervals ahead. */
    int horizon() {
        return timeline.length() - present;
    }

    /** The epidemics that came. */
    Waves waves() {
        return waves;
    }

    /** Expected calls by practice and half-hour. */
    double[][] expected() {
        return rates;
    }

    /** The date of a half-hour. */
    LocalDate date(int i) {
        return timeline.date(timeline.day(i));
    }

    int indexOf(LocalDate day) {
        return timeline.indexOf(day.atStartOfDay(PARIS).toInstant());
    }

    boolean isOpen(int i) {
        return open[i];
    }

    /** The calls of some practices, by half-hour. */
    double[] calls(IntPredicate which) {
        var sum = new double[present];
        IntStream.range(0, calls.length).filter(which).forEach(p -> {
            for (int i = 0; i < present; i++) {
                sum[i] += calls[p][i];
            }
        });
        return sum;
    }

    /** Those of practices that have called. */
    private SortedMap<String, SortedMap<String, double[]>> byGroup() {
        var byGroup = new TreeMap<String, SortedMap<String, double[]>>();
        for (int p = 0; p < calls.length; p++) {
            if (Arrays.stream(calls[p]).anyMatch(count -> count > 0)) {
                byGroup.computeIfAbsent("group " + p % GROUPS, group -> new TreeMap<>())
                        .put(intensity.practiceId(p), calls[p]);
            }
        }
        return byGroup;
    }

    /** The planning groups as the stage sees them. */
    List<DrawnGroups.Group> groups() {
        return groups;
    }

    /** What a model expects of all groups together. */
    Rolling network(ForecastModel model, int[] origins) {
        return Rolling.sumOf(groups.stream()
                .map(group -> group.paths(model, origins, horizon()).whole())
                .toList());
    }

    /** The index of a practice. */
    int practice(String id) {
        return IntStream.range(0, calls.length)
                .filter(p -> intensity.practiceId(p).equals(id))
                .findFirst()
                .orElseThrow();
    }

    Series whole(IntPredicate which) {
        return series(calls(which), 0, present);
    }

    /** A series of which only some half-hours are known. */
    Series series(double[] values, int from, int until) {
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i]) {
                series.closed(i);
            } else if (from <= i && i < until) {
                series.known(i, values[i]);
            }
        }
        return series.build();
    }

    /** Weekly origins, the present the last of them. */
    int[] origins(int weeks) {
        return Rolling.origins(timeline, 0, present, 7, weeks);
    }
}
