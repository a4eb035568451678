package fr.vigie.jobs.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operators needed in an interval.
 *
 * @param asOf the forecast's date
 * @param group a planning group, or {@code network} where all are pooled
 * @param startsAt start of the interval
 * @param localDate the business date
 * @param intervalMinutes its length
 * @param offeredErlangs offered load
 * @param method what gave the figures: {@code erlang-a} or, with redials, {@code erlang-x} where the queue has settled,
 *     {@code transient} where it is followed in time, as in the first hour, {@code simulated} where callers' patience is far
 *     from exponential
 * @param agents on the phone to meet every target
 * @param scheduledAgents on the roster, with shrinkage
 * @param serviceLevel with that many agents
 * @param asaSeconds mean wait of answered callers
 * @param abandonment share of callers who give up
 * @param occupancy share of time busy
 * @param plannedAgents on calls by the published roster, or the shifts where none was published; null when none are
 * @param plannedServiceLevel what these let expect, redials, the queue before opening and the doubt about the calls included;
 *     null when none are planned or nobody calls
 * @param binding what one agent fewer would break: {@code answered} (the service level), {@code speed-of-answer},
 *     {@code abandonment}, {@code long-wait}, {@code occupancy}, {@code contract} (the level of a practice's), several joined by {@code +}; {@code min-agents} where the
 *     least that there may be are enough, {@code max-agents:} and the promises that these break where the
 *     most that there may be are too few, as in {@code max-agents:answered+long-wait}
 */
public record StaffingRow(
        LocalDate asOf,
        String group,
        Instant startsAt,
        LocalDate localDate,
        int intervalMinutes,
        double offeredErlangs,
        String method,
        int agents,
        int scheduledAgents,
        @Nullable Double serviceLevel,
        @Nullable Double asaSeconds,
        @Nullable Double abandonment,
        @Nullable Double occupancy,
        @Nullable Integer plannedAgents,
        @Nullable Double plannedServiceLevel,
        String binding) {
    /** What stands before the promises that the most operators break. */
    public static final String BROKEN = ":";

    /** The promises that are out of reach; none where all are kept. */
    public List<String> broken() {
        int names = binding.indexOf(BROKEN);
        return names < 0 ? List.of() : List.of(binding.substring(names + 1).split("\\+", -1));
    }
}
