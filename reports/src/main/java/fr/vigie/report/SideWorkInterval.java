package fr.vigie.report;

import java.time.LocalDate;

/**
 * Work beside calls in an interval to come.
 *
 * @param group who does it
 * @param day business date
 * @param minute of the day at its start, in the service's zone
 * @param spareMinutes what calls leave to those planned
 * @param comingMinutes work that comes; the first interval has what was open already
 * @param doneMinutes work done
 * @param lateMinutes work due and not done
 * @param agentsToAdd operators more that would leave nothing late
 */
public record SideWorkInterval(
        String group,
        LocalDate day,
        int minute,
        double spareMinutes,
        double comingMinutes,
        double doneMinutes,
        double lateMinutes,
        int agentsToAdd) {}
