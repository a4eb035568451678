package fr.vigie.jobs.staffing;

import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.jobs.lake.StaffingRow;
import fr.vigie.jobs.lake.Tables;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Forecast intervals to the operators they need. */
final class Staffings {
    /** What binds where nothing else does: the least operators there may be. */
    static final String LEAST = "min-agents";

    /** What binds where targets are out of reach: the most operators there may be. */
    static final String MOST = "max-agents";

    private Staffings() {}

    /**
     * The need of every forecast interval.
     *
     * @param forecast one model's rows of the teams to be sized
     * @param rules how an interval is sized
     * @param planned who is on calls by the shifts
     */
    static Dataset<StaffingRow> of(Dataset<ForecastRow> forecast, StaffingRules rules, PlannedAgents planned) {
        return forecast.map(
                (MapFunction<ForecastRow, StaffingRow>) interval -> need(interval, rules, planned),
                Tables.STAFFING.encoder());
    }

    /** The need of one interval. */
    static StaffingRow need(ForecastRow interval, StaffingRules rules, PlannedAgents planned) {
        double callsPerHour = rules.calls(interval) * 60 / interval.intervalMinutes();
        var plannedAgents = planned.at(interval.id(), interval.startsAt(), interval.intervalMinutes());
        if (!(callsPerHour > 0)) {
            // Nobody calls: the least there may be, and no wait to speak of.
            int agents = rules.sizing().minAgents();
            return new StaffingRow(
                    interval.asOf(),
                    interval.id(),
                    interval.startsAt(),
                    interval.localDate(),
                    interval.intervalMinutes(),
                    0,
                    rules.method(),
                    agents,
                    rules.shrinkage().scheduled(agents),
                    null,
                    null,
                    null,
                    0.0,
                    plannedAgents,
                    LEAST);
        }
        var answer = rules.size(QueueModel.erlangs(callsPerHour, interval.ahtSeconds()), interval.ahtSeconds());
        var sized = answer.performance();
        return new StaffingRow(
                interval.asOf(),
                interval.id(),
                interval.startsAt(),
                interval.localDate(),
                interval.intervalMinutes(),
                sized.offeredErlangs(),
                rules.method(),
                sized.agents(),
                rules.shrinkage().scheduled(sized.agents()),
                sized.serviceLevel(rules.measure()),
                sized.asaSeconds(),
                sized.abandonment(),
                sized.occupancy(),
                plannedAgents,
                binding(answer));
    }

    private static String binding(Sizing.Answer answer) {
        if (!(answer instanceof Sizing.Enough enough)) {
            return MOST;
        }
        return enough.binding().isEmpty()
                ? LEAST
                : enough.binding().stream().map(Target::name).collect(Collectors.joining("+"));
    }
}
