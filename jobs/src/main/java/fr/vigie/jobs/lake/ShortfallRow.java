package fr.vigie.jobs.lake;

import java.time.LocalDate;

/**
 * Why a day's service level was not the one promised. The last five add up to {@code seen - promised}.
 *
 * @param asOf the run's date, after the day
 * @param group a planning group, or {@code network} where all are pooled
 * @param localDate the business date
 * @param part {@code day}, {@code morning} (until noon), {@code midday} (until 14 h) or {@code afternoon}
 * @param target the service level that the service promises
 * @param promised what the plan let expect: the calls forecast, the operators rostered
 * @param seen the share of offered calls that were answered in time
 * @param plannedCalls calls forecast
 * @param calls calls that came
 * @param plannedAhtSeconds mean handling time forecast
 * @param ahtSeconds that seen
 * @param rosteredHours operator hours rostered for calls
 * @param absentHours those of them whose operator did not come
 * @param offPhoneHours those in which an operator who came was not ready for calls, less hours ready without a roster
 * @param presenceKnown whether the phone system told who was there; else absence and adherence lie in the rest
 * @param volume what more or fewer calls added
 * @param handlingTime what longer or shorter calls added
 * @param absence what operators who did not come added
 * @param adherence what operators who were not ready added
 * @param rest what the queueing model does not explain
 */
public record ShortfallRow(
        LocalDate asOf,
        String group,
        LocalDate localDate,
        String part,
        double target,
        double promised,
        double seen,
        double plannedCalls,
        double calls,
        double plannedAhtSeconds,
        double ahtSeconds,
        double rosteredHours,
        double absentHours,
        double offPhoneHours,
        boolean presenceKnown,
        double volume,
        double handlingTime,
        double absence,
        double adherence,
        double rest) {}
