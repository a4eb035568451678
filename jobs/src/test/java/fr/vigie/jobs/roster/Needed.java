package fr.vigie.jobs.roster;

import fr.vigie.jobs.lake.StaffingRow;
import java.time.Instant;
import java.time.LocalDate;

/** Staffing as rosters are made for: how many are needed when. */
final class Needed {
    private Needed() {}

    /** Half an hour in which so many are needed. */
    static StaffingRow halfHour(LocalDate asOf, String group, Instant startsAt, LocalDate day, int agents) {
        return halfHour(asOf, group, startsAt, day, agents, 2);
    }

    /** The same with another load. */
    static StaffingRow halfHour(
            LocalDate asOf, String group, Instant startsAt, LocalDate day, int agents, double erlangs) {
        return new StaffingRow(
                asOf,
                group,
                startsAt,
                day,
                30,
                erlangs,
                "erlang-a",
                agents,
                agents + 1,
                0.9,
                5.0,
                0.01,
                0.7,
                null,
                null,
                "answered");
    }
}
