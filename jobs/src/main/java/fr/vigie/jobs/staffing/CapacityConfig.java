package fr.vigie.jobs.staffing;

import fr.vigie.capacity.Attrition;
import fr.vigie.capacity.CapacityRules;
import fr.vigie.capacity.ClientChange;
import fr.vigie.capacity.Hiring;
import fr.vigie.capacity.Relief;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What a capacity plan supposes beside the promises, which stand in the {@code staffing} block.
 *
 * @param months months that are planned, 1 to 36
 * @param mostRisk the probability of falling under target that a month may have
 * @param paths futures that are drawn
 * @param seed of the draws
 * @param growthPerYear how the clients' calls grow in a year
 * @param growthDeviation its standard deviation
 * @param monthVariation the coefficient of variation of a month
 * @param clients clients signed and lost
 * @param attritionPerYear the share of operators who leave in a year, before any is seen
 * @param attritionWorthMonths how many operator-months of each band of tenure that is worth
 * @param hiringLead from the decision to the first day
 * @param trainingHours paid hours before the first call
 * @param rampUp from the first call until calls take no longer than the others'
 * @param rampHandling how much longer the first calls take
 * @param newcomerHours hours a week of newcomers, and where the file does not say
 * @param mostHiresPerMonth how many can be hired in a month
 * @param rosterFit the share of the hours on the phone that rosters place where they are needed
 * @param overflow a partner who takes calls
 * @param deflection an attendant or a form that settles calls
 */
public record CapacityConfig(
        int months,
        double mostRisk,
        int paths,
        long seed,
        double growthPerYear,
        double growthDeviation,
        double monthVariation,
        List<Client> clients,
        double attritionPerYear,
        double attritionWorthMonths,
        Duration hiringLead,
        double trainingHours,
        Duration rampUp,
        double rampHandling,
        double newcomerHours,
        int mostHiresPerMonth,
        double rosterFit,
        Instead overflow,
        Instead deflection) {
    private static final double MONTH_DAYS = 365.2425 / 12;
    private static final int MOST_MONTHS = 36;

    /**
     * A client signed or lost.
     *
     * @param name who
     * @param from the first day on which the calls come, or come no more
     * @param callsPerMonth the calls of a month; below 0 for a client lost
     */
    public record Client(String name, LocalDate from, double callsPerMonth) {
        ClientChange change() {
            return new ClientChange(name, from, callsPerMonth);
        }
    }

    /**
     * What others do instead of newcomers.
     *
     * @param mostShare the largest share of the calls
     * @param pricePerCall euros a call
     * @param pricePerMonth euros a month in which it is used
     */
    public record Instead(double mostShare, double pricePerCall, double pricePerMonth) {
        Relief relief(String name) {
            return new Relief(name, mostShare, pricePerCall, pricePerMonth);
        }
    }

    public CapacityConfig {
        clients = List.copyOf(clients);
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "The months (%d) must be between 1 and %d.\nMaybe set capacity.months to 24."
                            .formatted(months, MOST_MONTHS));
        }
        if (!(rosterFit > 0 && rosterFit <= 1)) {
            throw new IllegalArgumentException(
                    "The roster's fit (%s) must be above 0 and at most 1.\nMaybe set capacity.roster-fit to 0.9."
                            .formatted(rosterFit));
        }
        if (!(growthPerYear > -1) || !(growthDeviation >= 0) || !(monthVariation >= 0)) {
            throw new IllegalArgumentException(
                    "The growth (%s) must be above -1, its deviation (%s) and a month's variation (%s) zero or more.\nMaybe one is given in percent."
                            .formatted(growthPerYear, growthDeviation, monthVariation));
        }
        new CapacityRules(mostRisk, paths, seed, 0);
        new Attrition.Prior(attritionPerYear, attritionWorthMonths);
        new Hiring(days(hiringLead), trainingHours, days(rampUp), rampHandling, newcomerHours, mostHiresPerMonth);
        overflow.relief("overflow");
        deflection.relief("deflection");
    }

    /** @param hourlyCost euros of a paid hour */
    CapacityRules rules(double hourlyCost) {
        return new CapacityRules(mostRisk, paths, seed, hourlyCost);
    }

    Attrition.Prior prior() {
        return new Attrition.Prior(attritionPerYear, attritionWorthMonths);
    }

    Hiring hiring() {
        return new Hiring(
                months(hiringLead), trainingHours, months(rampUp), rampHandling, newcomerHours, mostHiresPerMonth);
    }

    private static double days(Duration duration) {
        return duration.toMillis() / 86_400_000.0;
    }

    private static double months(Duration duration) {
        return days(duration) / MONTH_DAYS;
    }
}
