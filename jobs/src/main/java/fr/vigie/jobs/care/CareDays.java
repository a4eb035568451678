package fr.vigie.jobs.care;

import fr.vigie.call.Disposition;
import fr.vigie.call.Request;
import fr.vigie.care.HandledCall;
import fr.vigie.care.HourOfCare;
import fr.vigie.care.Ready;
import fr.vigie.care.TeamCare;
import fr.vigie.care.TeamDays;
import fr.vigie.input.Presence;
import fr.vigie.jobs.lake.CallRow;
import fr.vigie.jobs.lake.CareRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answered calls and presence to the figures of teams.
 *
 * @param asOf the run's date
 * @param teams who is on which team
 * @param days how a team's days are judged
 */
record CareDays(LocalDate asOf, Teams teams, TeamDays days) {

    /**
     * The figures of each team: a row for all hours and one for each hour.
     *
     * @param calls calls that operators answered
     * @param ready when operators were ready
     */
    List<CareRow> of(List<CallRow> calls, List<Presence> ready) {
        Map<String, List<HandledCall>> callsOf = calls.stream()
                .map(CareDays::handled)
                .collect(Collectors.groupingBy(call -> teams.of(call.operatorId())));
        Map<String, List<Ready>> readyOf = ready.stream()
                .map(seen -> new Ready(seen.operatorId(), seen.startsAt(), seen.endsAt()))
                .collect(Collectors.groupingBy(seen -> teams.of(seen.operatorId())));
        var names = new TreeSet<>(callsOf.keySet());
        names.addAll(readyOf.keySet());
        var rows = new ArrayList<CareRow>();
        for (var team : names) {
            rows(days.of(team, callsOf.getOrDefault(team, List.of()), readyOf.getOrDefault(team, List.of())), rows);
        }
        return rows;
    }

    private void rows(TeamCare care, List<CareRow> rows) {
        if (!(care instanceof TeamCare.Shown shown)) {
            rows.add(new CareRow(asOf, care.team(), null, null, null, null, null, null, null, null, null, null));
            return;
        }
        rows.add(new CareRow(
                asOf,
                shown.team(),
                null,
                shown.operatorDays(),
                shown.occupancy(),
                shown.hardCalls(),
                shown.typicalRunMinutes(),
                shown.longRunMinutes(),
                shown.typicalCallsInARow(),
                shown.longCallsInARow(),
                shown.readyHours(),
                shown.hoursOverCeiling()));
        for (HourOfCare hour : shown.hours()) {
            rows.add(new CareRow(
                    asOf,
                    shown.team(),
                    hour.hour(),
                    null,
                    nullable(hour.occupancy()),
                    nullable(hour.hardCalls()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }

    /** The call with its wrap-up. */
    private static HandledCall handled(CallRow call) {
        var taken = Objects.requireNonNull(call.answeredAt());
        var until = call.endedAt().plusSeconds(call.wrapSeconds());
        return new HandledCall(
                Objects.requireNonNull(call.operatorId()),
                taken,
                until.isBefore(taken) ? taken : until,
                is(call.disposition(), Disposition.NO_SLOT)
                        || is(call.disposition(), Disposition.URGENT_REDIRECTED)
                        || is(call.request(), Request.URGENT));
    }

    private static boolean is(@Nullable String word, Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).equals(word);
    }

    private static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
