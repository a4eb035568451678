package fr.vigie.scenario;

import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Shrinkage;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import fr.vigie.staffing.UncertainSizing.AgentCost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A week of half-hours from 7 to 19 h, with 300 calls an hour in the middle of the day, and what is promised. */
final class Plans {
    static final double PATIENCE = 300;
    static final double BOOKING_AHT = 60;
    static final double URGENT_AHT = 120;
    static final double EUROS_PER_HOUR = 22;
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    static final Conditions CONDITIONS = conditions(0);

    private Plans() {}

    static Conditions conditions(double redial) {
        return new Conditions(
                new Sizing(
                        List.of(
                                new Target.Answered(0.8, ServiceLevel.offered(20)),
                                new Target.Abandonment(0.05),
                                new Target.Occupancy(0.88)),
                        1,
                        200),
                ServiceLevel.offered(20),
                redial,
                new AgentCost(EUROS_PER_HOUR, Shrinkage.of(0.25)));
    }

    static Plan week(@Nullable Integer agents) {
        return new Plan(
                IntStream.range(0, 6)
                        .mapToObj(day -> day("all", MONDAY.plusDays(day), agents))
                        .flatMap(List::stream)
                        .toList(),
                7,
                250);
    }

    static Plan day(@Nullable Integer agents) {
        return new Plan(day("all", MONDAY, agents), 1, 250);
    }

    static List<PlannedInterval> day(String team, LocalDate day, @Nullable Integer agents) {
        var intervals = new ArrayList<PlannedInterval>();
        for (int half = 0; half < 24; half++) {
            double calls = 150 - 8 * Math.abs(half - 8);
            intervals.add(new PlannedInterval(
                    team,
                    day.atTime(7, 0).plusMinutes(30L * half),
                    30,
                    List.of(
                            new CallStream("booking", 0.8 * calls, BOOKING_AHT),
                            new CallStream("urgent", 0.2 * calls, URGENT_AHT)),
                    PATIENCE,
                    agents));
        }
        return intervals;
    }

    static Outcome outcome(Plan plan, String... changes) {
        return Scenario.of("test", List.of(changes)).outcome(plan, CONDITIONS);
    }

    static double calls(Plan plan) {
        return plan.intervals().stream().mapToDouble(PlannedInterval::calls).sum();
    }
}
