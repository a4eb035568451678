package fr.vigie.jobs.staffing;

import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.lake.ForecastRow;
import fr.vigie.load.ServiceLevelTarget;
import fr.vigie.queue.DayStaffing;
import fr.vigie.queue.LoadInterval;
import fr.vigie.staffing.CallDistribution;
import fr.vigie.staffing.CallQuantiles;
import fr.vigie.staffing.ErlangA;
import fr.vigie.staffing.ErlangX;
import fr.vigie.staffing.QueueModel;
import fr.vigie.staffing.ServiceLevel;
import fr.vigie.staffing.Shrinkage;
import fr.vigie.staffing.Sizing;
import fr.vigie.staffing.Target;
import fr.vigie.staffing.UncertainSizing;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an interval is sized.
 *
 * @param sizing the targets
 * @param measure what the service level is
 * @param shrinkage paid time off the phone
 * @param patienceSeconds the mean patience
 * @param redial the probability of a redial
 * @param probability how likely the targets are kept; null: with the calls of the forecast's mean
 * @param laws what callers do where the formulas do not hold; null where they do
 */
record StaffingRules(
        Sizing sizing,
        ServiceLevel measure,
        Shrinkage shrinkage,
        double patienceSeconds,
        double redial,
        @Nullable Double probability,
        @Nullable CallerLaws laws)
        implements Serializable {

    /**
     * The calls of an interval that it is sized for: more calls never make a target better, so targets are kept with a
     * probability where they are kept with that quantile of what the calls' mean may be.
     */
    double calls(ForecastRow interval) {
        return probability == null
                ? interval.mean()
                : quantiles(interval).ofMean().quantile(probability);
    }

    /** What the calls' mean does not exceed with a probability. */
    double calls(ForecastRow interval, double probabilityUpTo) {
        return Math.max(0, quantiles(interval).ofMean().quantile(probabilityUpTo));
    }

    private static CallDistribution quantiles(ForecastRow interval) {
        return new CallQuantiles(new TreeMap<>(Map.of(
                0.025, interval.q025(),
                0.05, interval.q05(),
                0.10, interval.q10(),
                0.25, interval.q25(),
                0.50, interval.q50(),
                0.75, interval.q75(),
                0.90, interval.q90(),
                0.95, interval.q95(),
                0.975, interval.q975())));
    }

    /** What a practice is promised by a contract of that level: the level, and what all callers are promised beside theirs. */
    List<Target> promising(ServiceLevelTarget level) {
        return Stream.concat(
                        Stream.of(ServiceConfig.answered(level)),
                        sizing.targets().stream().filter(target -> !(target instanceof Target.Answered)))
                .toList();
    }

    /** The same where contracts promise these levels to some of those whom a team answers: all are kept together. */
    StaffingRules keeping(List<ServiceLevelTarget> levels) {
        var all = Stream.concat(sizing.targets().stream(), levels.stream().map(ServiceConfig::answered))
                .distinct()
                .toList();
        return new StaffingRules(
                new Sizing(all, sizing.minAgents(), sizing.maxAgents()),
                measure,
                shrinkage,
                patienceSeconds,
                redial,
                probability,
                laws);
    }

    /** The same for callers who follow other laws than the formulas suppose; null: they do not. */
    StaffingRules with(@Nullable CallerLaws seen) {
        return new StaffingRules(sizing, measure, shrinkage, patienceSeconds, redial, probability, seen);
    }

    /** A target's name in the table: the service's own level goes first, one of a contract is told apart. */
    String name(Target target) {
        return target instanceof Target.Answered
                        && !target.equals(sizing.targets().get(0))
                ? "contract"
                : target.name();
    }

    /** The queueing model's name in the table. */
    String method() {
        return redial == 0 ? "erlang-a" : "erlang-x";
    }

    /** The sizing of an interval whose calls are not known. */
    UncertainSizing uncertain(ForecastRow interval) {
        double aht = interval.ahtSeconds();
        return new UncertainSizing(
                sizing,
                quantiles(interval).ofMean(),
                60.0 * interval.intervalMinutes(),
                aht,
                erlangs -> model(erlangs, aht));
    }

    /** The least agents that keep the targets, or as many as there may be. */
    Sizing.Answer size(double erlangs, double ahtSeconds) {
        return sizing.of(model(erlangs, ahtSeconds));
    }

    /** How a day is sized in which the queue has to be followed. */
    DayStaffing day() {
        return new DayStaffing(sizing.targets(), sizing.minAgents(), sizing.maxAgents(), redial);
    }

    /** An interval with so many calls. */
    LoadInterval load(ForecastRow interval, double calls) {
        return load(interval.intervalMinutes(), interval.ahtSeconds(), calls);
    }

    /** So many calls in so many minutes. */
    LoadInterval load(int minutes, double ahtSeconds, double calls) {
        return new LoadInterval(60.0 * minutes, calls * 60 / minutes, ahtSeconds, patienceSeconds);
    }

    /** The offered load of an interval, redials included that come when so many agents answer. */
    double erlangs(ForecastRow interval, int agents) {
        double callsPerHour = calls(interval) * 60 / interval.intervalMinutes();
        return callsPerHour > 0
                ? model(QueueModel.erlangs(callsPerHour, interval.ahtSeconds()), interval.ahtSeconds())
                        .with(agents)
                        .offeredErlangs()
                : 0;
    }

    private QueueModel model(double erlangs, double ahtSeconds) {
        return redial == 0
                ? new ErlangA(erlangs, ahtSeconds, patienceSeconds)
                : new ErlangX(erlangs, ahtSeconds, patienceSeconds, redial);
    }
}
