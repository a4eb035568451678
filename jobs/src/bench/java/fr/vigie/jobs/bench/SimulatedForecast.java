package fr.vigie.jobs.bench;

import fr.vigie.calendar.Almanac;
import fr.vigie.calendar.OpeningHours;
import fr.vigie.calendar.PublicHolidays;
import fr.vigie.calendar.SchoolZone;
import fr.vigie.calendar.SpecialDay;
import fr.vigie.forecast.Auto;
import fr.vigie.forecast.Counting;
import fr.vigie.forecast.DayUpdate;
import fr.vigie.forecast.Dispersion;
import fr.vigie.forecast.Evaluation;
import fr.vigie.forecast.FamilyProfile;
import fr.vigie.forecast.ForecastModel;
import fr.vigie.forecast.HourOfWeekRegression;
import fr.vigie.forecast.MeanOfSameWeekdays;
import fr.vigie.forecast.Outlook;
import fr.vigie.forecast.Rolling;
import fr.vigie.forecast.Score;
import fr.vigie.forecast.SeasonalNaive;
import fr.vigie.forecast.Widths;
import fr.vigie.series.Series;
import fr.vigie.series.Timeline;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * Forecasts of the simulated service against an oracle that knows its true rates and how they scatter: two years of
 * half-hours of 250 practices, drawn from the simulator's rates by its own law, without queue and redials.
 */
final class SimulatedForecast {
    private static final LocalDate FROM = LocalDate.of(2024, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 30);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int GROUPS = 4;
    private static final int MINUTES = 30;
    private static final int HORIZON_DAYS = 14;
    private static final int SCORED = 8;
    private static final int TEACHING = 4;
    /** So many weekly origins teach the widths of weeks, of which each gives two errors. */
    private static final int TEACHING_WEEKS = 60;
    /** Quarters are counted from six o'clock on. */
    private static final int FIRST_QUARTER = 24;

    /** As the simulator scatters calls: by practice and week, practice and day, everybody's day and half-hour. */
    private static final double WEEK = 0.11;

    private static final double DAY = 0.13;
    private static final double NETWORK_DAY = 0.03;
    private static final double NETWORK_HALF_HOUR = 0.05;

    private final Timeline timeline;
    private final boolean[] open;
    private final int present;
    private final Almanac almanac;
    /** By practice and half-hour. */
    private final double[][] rates;

    private final double[][] calls;

    private SimulatedForecast() {
        var service = new Service(ServicePlan.defaults(1, FROM, UNTIL));
        var rate = service.intensity();
        int practices = rate.plan().practices();
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
        present = timeline.indexOf(UNTIL.atStartOfDay(PARIS).toInstant());
        open = new boolean[timeline.length()];
        for (int i = 0; i < open.length; i++) {
            open[i] = hours.isOpen(timeline.date(timeline.day(i)), timeline.slotOfDay(i) * MINUTES);
        }
        rates = new double[practices][present];
        for (int p = 0; p < practices; p++) {
            for (int i = 0; i < present; i++) {
                int quarter = 2 * timeline.slotOfDay(i) - FIRST_QUARTER;
                var day = timeline.date(timeline.day(i));
                rates[p][i] = open[i] ? rate.expected(p, day, quarter) + rate.expected(p, day, quarter + 1) : 0;
            }
        }
        calls = new double[practices][];
        var random = new Well19937c(7);
        var everybody = everybody(random);
        for (int p = 0; p < practices; p++) {
            calls[p] = drawn(rates[p], everybody, random);
        }
    }

    static void run() {
        System.out.println("The simulated service, two years, 250 practices, 14 days ahead, 8 weekly origins");
        System.out.println("what                  model                    WAPE     pinball  oracle   above oracle");
        var bench = new SimulatedForecast();
        bench.network();
        bench.practiceWeeks();
        bench.updates();
    }

    private double[] everybody(Well19937c random) {
        var factors = new double[present];
        double day = 1;
        for (int i = 0; i < present; i++) {
            if (timeline.slotOfDay(i) == 0) {
                day = frailty(NETWORK_DAY, random);
            }
            factors[i] = day * frailty(NETWORK_HALF_HOUR, random);
        }
        return factors;
    }

    private double[] drawn(double[] rate, double[] everybody, Well19937c random) {
        var drawn = new double[present];
        double week = 1;
        double day = 1;
        for (int i = 0; i < present; i++) {
            if (timeline.slotOfWeek(i) == 0) {
                week = frailty(WEEK, random);
            }
            if (timeline.slotOfDay(i) == 0) {
                day = frailty(DAY, random);
            }
            drawn[i] = poisson(rate[i] * week * day * everybody[i], random);
        }
        return drawn;
    }

    private static double frailty(double variation, Well19937c random) {
        double shape = 1 / (variation * variation);
        return new GammaDistribution(random, shape, 1 / shape, 1e-9).sample();
    }

    private static double poisson(double mean, Well19937c random) {
        return mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 10_000).sample() : 0;
    }

    private Series series(double[] values) {
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i]) {
                series.closed(i);
            } else if (i < present) {
                series.known(i, values[i]);
            }
        }
        return series.build();
    }

    private static double[] sum(double[][] all, IntPredicate which) {
        var sum = new double[all[0].length];
        IntStream.range(0, all.length).filter(which).forEach(p -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += all[p][i];
            }
        });
        return sum;
    }

    private int[] origins(int weeks) {
        return Rolling.origins(Outlook.of(series(calls[0]), almanac), present, 7, weeks);
    }

    private Outlook group(int group) {
        return Outlook.of(series(sum(calls, p -> p % GROUPS == group)), almanac);
    }

    private List<Rolling> groups(ForecastModel model, int[] origins) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> Rolling.walk(model, group(group), origins, timeline.length() - present))
                .toList();
    }

    /** A distribution of calls by its mean and variance. */
    private record True(double mean, double variance) {
        double loss(double came) {
            double excess = mean > 0 ? (variance - mean) / (mean * mean) : 0;
            var quantiles = new Dispersion(1, Math.max(0, excess)).around(mean, Counting.CALLS).quantiles(Score.levels());
            double loss = 0;
            for (int q = 0; q < quantiles.length; q++) {
                double under = came - quantiles[q];
                loss += Math.max(Score.levels()[q] * under, (Score.levels()[q] - 1) * under);
            }
            return loss / quantiles.length;
        }
    }

    private void network() {
        var came = series(sum(calls, p -> true));
        var truth = new True[present];
        for (int i = 0; i < present; i++) {
            truth[i] = truth(i, i + 1, p -> true);
        }
        int[] origins = origins(TEACHING + SCORED);
        var days = days(came);
        var trueDays = new True[timeline.day(present - 1) - timeline.day(0) + 1];
        for (int i = 0; i < present; ) {
            int until = i;
            while (until < present && timeline.day(until) == timeline.day(i)) {
                until++;
            }
            trueDays[timeline.day(i) - timeline.day(0)] = truth(i, until, p -> true);
            i = until;
        }
        var models = List.of(new Auto(), new HourOfWeekRegression(), new MeanOfSameWeekdays(), new SeasonalNaive());
        for (var model : models) {
            var rolling = Rolling.sumOf(groups(model, origins));
            report("network, half-hours", model, came, rolling, model.widths(came, present), SCORED, truth);
            // Days have fewer errors to learn from than conformal widths need.
            var byDay = collected(rolling, i -> timeline.day(i) - timeline.day(0));
            report("network, days", model, days, byDay, Widths.DISPERSION, SCORED, trueDays);
        }
    }

    private void practiceWeeks() {
        var model = new HourOfWeekRegression();
        int[] origins = origins(TEACHING_WEEKS);
        var groups = groups(model, origins);
        IntUnaryOperator week = i -> (timeline.day(i) - timeline.day(0)) / 7;
        int weeks = week.applyAsInt(present - 1) + 1;
        double[] all = new double[4];
        for (int g = 0; g < GROUPS; g++) {
            int group = g;
            var family = FamilyProfile.of(group(group).series());
            int[] own = IntStream.range(0, calls.length)
                    .filter(p -> p % GROUPS == group)
                    .toArray();
            var children = Arrays.stream(own)
                    .mapToObj(p -> Rolling.walk(
                            model,
                            new Outlook(series(calls[p]), almanac, family),
                            origins,
                            timeline.length() - present))
                    .toList();
            var scaled = Rolling.addingUpTo(groups.get(group), children);
            for (int c = 0; c < own.length; c++) {
                int p = own[c];
                var series = Series.on(Timeline.ofPeriods(timeline.startsAt(0), 7 * 1440, 1, 1, weeks + 2));
                var truth = new True[weeks];
                int i = 0;
                for (int w = 0; w < weeks; w++) {
                    int from = i;
                    double sum = 0;
                    while (i < present && week.applyAsInt(i) == w) {
                        sum += calls[p][i++];
                    }
                    truth[w] = truth(from, i, q -> q == p);
                    series.known(w, sum);
                }
                add(all, series.build(), collected(scaled.get(c), week), Widths.DISPERSION, SCORED, truth);
            }
        }
        print("practices, weeks", model.name(), all);
    }

    /** The distribution of the calls of some practices from one half-hour to another, by those who know their rates. */
    private True truth(int from, int until, IntPredicate which) {
        double mean = 0;
        double variance = 0;
        var days = new TreeMap<Integer, Double>();
        var halfHours = new double[until - from];
        for (int p = 0; p < rates.length; p++) {
            if (!which.test(p)) {
                continue;
            }
            double week = 0;
            double day = 0;
            for (int i = from; i < until; i++) {
                if (i > from && timeline.day(i) != timeline.day(i - 1)) {
                    variance += DAY * DAY * day * day;
                    day = 0;
                }
                week += rates[p][i];
                day += rates[p][i];
                halfHours[i - from] += rates[p][i];
                days.merge(timeline.day(i), rates[p][i], Double::sum);
            }
            mean += week;
            variance += DAY * DAY * day * day + WEEK * WEEK * week * week;
        }
        for (double day : days.values()) {
            variance += NETWORK_DAY * NETWORK_DAY * day * day;
        }
        for (double halfHour : halfHours) {
            variance += NETWORK_HALF_HOUR * NETWORK_HALF_HOUR * halfHour * halfHour;
        }
        return new True(mean, variance + mean);
    }

    private Series days(Series halfHours) {
        int days = timeline.day(timeline.length() - 1) - timeline.day(0) + 1;
        var sums = new double[days];
        var anyOpen = new boolean[days];
        for (int i = 0; i < timeline.length(); i++) {
            int day = timeline.day(i) - timeline.day(0);
            anyOpen[day] |= open[i];
            sums[day] += i < present ? halfHours.value(i) : 0;
        }
        var series = Series.on(Timeline.ofPeriods(timeline.startsAt(0), 1440, 1, 7, days));
        for (int d = 0; d < days; d++) {
            if (!anyOpen[d]) {
                series.closed(d);
            } else if (d <= timeline.day(present - 1) - timeline.day(0)) {
                series.known(d, sums[d]);
            }
        }
        return series.build();
    }

    /** Paths summed over longer stretches, which begin where the origins are. */
    private Rolling collected(Rolling rolling, IntUnaryOperator stretch) {
        int[] origins = rolling.origins();
        var means = new double[origins.length][];
        for (int k = 0; k < origins.length; k++) {
            int last = origins[k] + rolling.means()[k].length - 1;
            int first = stretch.applyAsInt(origins[k]);
            means[k] = new double[stretch.applyAsInt(last) - first + 1];
            for (int i = origins[k]; i <= last; i++) {
                means[k][stretch.applyAsInt(i) - first] += rolling.means()[k][i - origins[k]];
            }
        }
        return new Rolling(Arrays.stream(origins).map(stretch).toArray(), means);
    }

    private static void report(
            String what, ForecastModel model, Series came, Rolling rolling, Widths widths, int scored, True[] truth) {
        double[] sums = new double[4];
        add(sums, came, rolling, widths, scored, truth);
        print(what, model.name(), sums);
    }

    /** Adds calls, absolute errors, and the losses of forecast and oracle. */
    private static void add(double[] sums, Series came, Rolling rolling, Widths widths, int scored, True[] truth) {
        for (var score : new Evaluation(came, rolling, Counting.CALLS, widths).scores(scored)) {
            sums[0] += score.calls();
            sums[1] += score.calls() > 0 ? score.wape() * score.calls() : score.wape();
            sums[2] += score.pinball() * score.intervals();
        }
        int last = rolling.origins().length - 1;
        for (int k = last - scored; k < last; k++) {
            for (int h = 0; h < rolling.means()[k].length; h++) {
                int i = rolling.origins()[k] + h;
                if (came.isKnown(i)) {
                    sums[3] += truth[i].loss(came.value(i));
                }
            }
        }
    }

    private static void print(String what, String model, double[] sums) {
        System.out.printf(
                Locale.ROOT,
                "%-21s %-24s %6.2f %%  %7.0f  %7.0f  %+6.1f %%%n",
                what,
                model,
                100 * sums[1] / sums[0],
                sums[2],
                sums[3],
                100 * (sums[2] / sums[3] - 1));
    }

    /** What a morning's calls are worth, on days as they came and on days that a shock lifted or lowered. */
    private void updates() {
        System.out.println("Update at ten o'clock, last 12 weeks: WAPE of the rest of the day, network, half-hours");
        System.out.println("days                  before   after");
        for (double shock : new double[] {1, 1.2, 1.4, 0.7}) {
            double[] sums = new double[3];
            var random = new Well19937c(9);
            int slots = timeline.slotsPerDay();
            for (int back = 1; back <= 84; back++) {
                int today = indexOf(UNTIL.minusDays(back));
                var kind = almanac.kind(UNTIL.minusDays(back));
                if (!open[today + slots / 2] || kind != SpecialDay.ORDINARY) {
                    continue;
                }
                update(today, today + slots * 10 / 24, today + slots, shock, random, sums);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %6.2f %% %6.2f %%%n",
                    shock == 1 ? "as they came" : "calls times " + shock,
                    100 * sums[1] / sums[0],
                    100 * sums[2] / sums[0]);
        }
    }

    private int indexOf(LocalDate day) {
        return timeline.indexOf(day.atStartOfDay(PARIS).toInstant());
    }

    private void update(int today, int now, int tomorrow, double shock, Well19937c random, double[] sums) {
        var came = new double[tomorrow - today];
        var before = new double[came.length];
        var after = new double[came.length];
        for (int g = 0; g < GROUPS; g++) {
            int group = g;
            var history = sum(calls, p -> p % GROUPS == group);
            var outlook = Outlook.of(known(history, today), almanac);
            var expected = new HourOfWeekRegression().means(outlook, today, came.length);
            double morning = 0;
            double due = 0;
            var own = new double[came.length];
            for (int i = today; i < tomorrow; i++) {
                own[i - today] = shocked(history[i], shock, random);
                if (i < now) {
                    morning += own[i - today];
                    due += expected[i - today];
                }
            }
            double factor = DayUpdate.learn(outlook, today, now).factor(morning, due);
            for (int h = 0; h < came.length; h++) {
                came[h] += own[h];
                before[h] += expected[h];
                after[h] += factor * expected[h];
            }
        }
        for (int h = now - today; h < came.length; h++) {
            sums[0] += came[h];
            sums[1] += Math.abs(came[h] - before[h]);
            sums[2] += Math.abs(came[h] - after[h]);
        }
    }

    /** Some calls more, by chance, or some fewer. */
    private static double shocked(double calls, double shock, Well19937c random) {
        if (shock >= 1) {
            return calls + poisson((shock - 1) * calls, random);
        }
        double kept = 0;
        for (int c = 0; c < calls; c++) {
            kept += random.nextDouble() < shock ? 1 : 0;
        }
        return kept;
    }

    /** The half-year before a day. */
    private Series known(double[] values, int today) {
        int from = Math.max(0, today - 26 * timeline.slotsPerWeek());
        var series = Series.on(timeline);
        for (int i = 0; i < open.length; i++) {
            if (!open[i]) {
                series.closed(i);
            } else if (from <= i && i < today) {
                series.known(i, values[i]);
            }
        }
        return series.build();
    }
}
