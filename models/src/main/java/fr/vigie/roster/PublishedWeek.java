package fr.vigie.roster;

import fr.vigie.input.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The duties of the published roster, as far as they are cut as the planner cuts days. */
final class PublishedWeek {
    private final Need need;
    private final Duties duties;

    PublishedWeek(Need need, Duties duties) {
        this.need = need;
        this.duties = duties;
    }

    /** A person's published duties by day; nothing on a day that is free, is cut otherwise or would break a rest now. */
    @Nullable
    Duty[] of(Terms terms, Consideration consideration) {
        var week = new Duty[7];
        if (terms.published().isEmpty()) {
            return week;
        }
        var pieces = consideration.ofWeek().stream()
                .filter(piece -> piece.activity() != Activity.ABSENCE)
                .toList();
        int left = terms.owed();
        for (var day : Timesheet.days(need.zone(), pieces)) {
            int index = (int) (day.day().toEpochDay() - need.firstDay().toEpochDay());
            var duty = terms.freeDays().contains(index) ? duty(terms, day, index) : null;
            if (duty != null && duty.paid() <= left) {
                week[index] = duty;
                left -= duty.paid();
            }
        }
        return Rests.areKept(need, terms.limits().dailyRest(), terms.restedFrom(), week) ? week : new Duty[7];
    }

    private @Nullable Duty duty(Terms terms, WorkDay day, int index) {
        int start = quarter(day.start(), index);
        int end = quarter(day.end(), index);
        int meal = end;
        var breaks = new ArrayList<Integer>();
        for (var pause : day.pauses()) {
            int from = quarter(pause.start(), index);
            if (pause.minutes() == 15L * DutyPattern.MEAL && meal == end) {
                meal = from;
            } else if (pause.minutes() == 15) {
                breaks.add(from);
            } else {
                return null;
            }
        }
        var duty = new Duty(
                start, end, meal, breaks.stream().mapToInt(Integer::intValue).toArray());
        return isPossible(terms, index, duty) ? duty : null;
    }

    private boolean isPossible(Terms terms, int day, Duty duty) {
        if (duty.start() < need.opens(day)
                || duty.end() > terms.leavesBy(need, day)
                || duty.start() < terms.comesFrom(need, day)
                || duty.paid() < WorkingDays.SHORTEST_DAY
                || duty.paid() > terms.limits().longestDay()
                || !terms.limits()
                        .within(duties)
                        .meals(duty.start(), duty.paid(), need.noon(day))
                        .contains(duty.meal())) {
            return false;
        }
        var same = new ArrayList<Duty>();
        terms.limits().within(duties).each(duty.start(), duty.paid(), duty.meal(), other -> {
            if (Arrays.equals(other.breaks(), duty.breaks())) {
                same.add(other);
            }
        });
        return !same.isEmpty();
    }

    /** The quarter of the day; a moment between two is none of the planner's. */
    private int quarter(Instant moment, int day) {
        long minutes = Duration.between(need.start(need.begin(day)), moment).toMinutes();
        return minutes % 15 == 0 ? Math.toIntExact(minutes / 15) : -1;
    }
}
