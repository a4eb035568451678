package fr.vigie.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The true rates: how many first attempts are expected of a practice in a quarter-hour, given what is known about
 * the day (season, epidemics, absences, forwarding, what was planted) and not what chance adds.
 */
public final class Intensity {
    /** First attempts of all calls; the others are redials. Measured on the default plan. */
    private static final double FIRST_ATTEMPTS = 0.967;

    /** Mean effect of absences and of what is planted on the calls, measured on the default plan. */
    private static final double ABSENCES = 0.934;

    private final ServicePlan plan;
    private final Season season;
    private final DayShape shape;
    private final List<PracticeLife> practices;
    private final double callsPerWeight;

    Intensity(ServicePlan plan, Season season, DayShape shape, List<PracticeLife> practices) {
        this(plan, season, shape, practices, callsPerWeight(plan, season, shape, practices));
    }

    private Intensity(
            ServicePlan plan, Season season, DayShape shape, List<PracticeLife> practices, double callsPerWeight) {
        this.plan = plan;
        this.season = season;
        this.shape = shape;
        this.practices = practices;
        this.callsPerWeight = callsPerWeight;
    }

    private static double callsPerWeight(
            ServicePlan plan, Season season, DayShape shape, List<PracticeLife> practices) {
        double weight = 0;
        for (var practice : practices) {
            weight += practice.account().weight() * usuallyForwarded(plan, shape, practice.account());
        }
        return plan.callsPerYear() / 365.0 * FIRST_ATTEMPTS / ABSENCES / weight / season.yearlyMean();
    }

    /**
     * Expected first attempts.
     *
     * @param practice index of the practice, 0 to practices - 1
     * @param day a simulated day
     * @param quarter quarter-hour from 6:00, 0 to 63
     */
    public double expected(int practice, LocalDate day, int quarter) {
        var life = practices.get(practice);
        return perDay(practice, day)
                * shape.share(day, life.account().leaning(), quarter)
                * life.forwarded(day).share(day, quarter);
    }

    /**
     * The rates as they can be foreseen before a day: what is announced (opening, calendar, leave, campaigns, who joins and leaves) is
     * in them, illness of doctors and changes that begin from that day on are not. The epidemics' {@link Waves} are.
     */
    public Intensity foreseenBefore(LocalDate origin) {
        return new Intensity(
                plan,
                season,
                shape,
                practices.stream().map(life -> life.foreseenBefore(origin)).toList(),
                callsPerWeight);
    }

    /** Expected first attempts of a day if the whole day were forwarded; forwarding thins them. */
    double perDay(int practice, LocalDate day) {
        var life = practices.get(practice);
        return callsPerWeight * life.account().weight() * season.factor(day) * life.volume(day);
    }

    /** The id of a practice, as it stands in the rows. */
    public String practiceId(int practice) {
        return practices.get(practice).account().id();
    }

    /** What the plan was. */
    public ServicePlan plan() {
        return plan;
    }

    /** The share of a Tuesday's calls that the line forwards. */
    private static double usuallyForwarded(ServicePlan plan, DayShape shape, Account account) {
        var tuesday = plan.from().with(DayOfWeek.TUESDAY);
        var forwarded = Forwarded.first(account);
        double sum = 0;
        for (int q = 0; q < DayShape.QUARTERS; q++) {
            sum += shape.ordinaryShare(account.leaning(), q) * forwarded.share(tuesday, q);
        }
        return sum;
    }
}
