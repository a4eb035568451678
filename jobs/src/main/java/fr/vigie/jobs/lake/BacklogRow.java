package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Work beside calls in an interval of the coming week.
 *
 * @param asOf the run's date
 * @param group who does it: a planning group, or {@code network} where all are pooled
 * @param startsAt start of the interval
 * @param localDate the business date
 * @param intervalMinutes its length
 * @param spareMinutes what those planned have left beside calls, and those planned for this work
 * @param comingMinutes work that comes in it; the first interval has what was open already
 * @param doneMinutes work done in it
 * @param lateMinutes work due in it and not done
 * @param agentsToAdd people more that would leave nothing late
 */
public record BacklogRow(
        LocalDate asOf,
        String group,
        Instant startsAt,
        LocalDate localDate,
        int intervalMinutes,
        double spareMinutes,
        double comingMinutes,
        double doneMinutes,
        double lateMinutes,
        int agentsToAdd) {}
