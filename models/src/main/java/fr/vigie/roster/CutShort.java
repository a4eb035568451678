package fr.vigie.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.roster.WorkDay.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A day at work and the absences that cut it short: it was planned whole, so what the absent hours can have held is not
 * missing.
 *
 * <p>Work that ends where an absence begins, a meal between them at most, or the other way round, was cut by it. A rule is excused only where lawful hours
 * in the absence would have kept it: work that joins what is left, a lunch in time, breaks no longer than the absence has room
 * for. What the day lacks whatever the absent hours held, it lacked before.
 *
 * @param day what is left of the day
 * @param absences the absences that cut it, no farther from it than a day may last
 */
record CutShort(WorkDay day, List<Stretch> absences) {
    private static final long LONGEST_DAY_SECONDS = 13 * 3600L;

    /** A meal is the time between two pieces: an absence may begin or end within it. */
    private static final long MEAL_SECONDS = 45 * 60L;

    /** A break of a quarter each hour begun is the most that paid breaks and the work between them make. */
    private static final int BREAK_MINUTES = 15;

    /** The rules that work makes good. */
    private static final Set<String> KEPT_BY_WORK = Set.of(
            BranchRules.atMost2Interruptions().name(),
            PartTimeRules.amplitudeAtMostTwiceTheWork().name(),
            PartTimeRules.atMostOneInterruptionOf2Hours().name(),
            PartTimeRules.sequencesOf3HoursOrSeveralOfAnHour().name());

    private static final String LUNCH =
            BranchRules.lunchOf45MinutesBetween11And15().name();
    private static final String PAID_BREAKS =
            CallCentreRules.paidBreaksOf10MinutesPer2HoursOr15Per3().name();

    CutShort {
        absences = List.copyOf(absences);
    }

    /**
     * A day and those of a person's absences that cut it.
     *
     * @param day what is left of it
     * @param pieces the person's pieces, absences among them
     */
    static CutShort of(WorkDay day, List<Shift> pieces) {
        var midnight = day.day().atStartOfDay(day.zone()).toInstant();
        var from = later(midnight, day.end().minusSeconds(LONGEST_DAY_SECONDS));
        var until = day.start().plusSeconds(LONGEST_DAY_SECONDS);
        return new CutShort(
                day,
                pieces.stream()
                        .filter(piece -> piece.activity() == Activity.ABSENCE
                                && day.pieces().stream().anyMatch(work -> meet(piece, work)))
                        .map(absence -> new Stretch(later(absence.startsAt(), from), earlier(absence.endsAt(), until)))
                        .filter(absence -> absence.start().isBefore(absence.end()))
                        .toList());
    }

    /**
     * Whether the absences can have made the day break a rule.
     *
     * @param rule a rule that it breaks
     * @param sheet the person and the weeks of the law
     */
    boolean excuses(Rule rule, Timesheet sheet) {
        if (absences.isEmpty()) {
            return false;
        }
        if (rule.name().equals(LUNCH)) {
            return absences.stream().anyMatch(absence -> BranchRules.holdsLunch(day, around(absence)));
        }
        if (rule.name().equals(PAID_BREAKS)) {
            return CallCentreRules.missingBreakMinutes(day) <= roomForBreaks();
        }
        return KEPT_BY_WORK.contains(rule.name()) && isKeptByWork(rule, sheet);
    }

    /** Whether the rule would be kept had the absent hours been worked. */
    private boolean isKeptByWork(Rule rule, Timesheet sheet) {
        var operatorId = sheet.employee().operatorId();
        var whole = new ArrayList<>(day.pieces());
        absences.forEach(absence -> whole.add(new Shift(operatorId, absence.start(), absence.end(), Activity.CALLS)));
        return rule.brokenBy(Timesheet.of(sheet.employee(), sheet.zone(), sheet.weekStart(), whole))
                .isEmpty();
    }

    /** The most minutes of break that the absences have room for; the last minute at least is work. */
    private long roomForBreaks() {
        return absences.stream()
                .mapToLong(Stretch::minutes)
                .map(minutes -> Math.min(minutes - 1, BREAK_MINUTES * ((minutes + 59) / 60)))
                .sum();
    }

    /** An absence with the time around it in which there is no work either. */
    private Stretch around(Stretch absence) {
        var before = day.sequences().stream()
                .map(Stretch::end)
                .filter(end -> !end.isAfter(absence.start()))
                .max(Instant::compareTo);
        var after = day.sequences().stream()
                .map(Stretch::start)
                .filter(start -> !start.isBefore(absence.end()))
                .min(Instant::compareTo);
        return new Stretch(before.orElse(absence.start()), after.orElse(absence.end()));
    }

    /** Whether no more than a meal lies between the end of one and the start of the other. */
    private static boolean meet(Shift absence, Shift work) {
        return isWithinAMeal(work.endsAt(), absence.startsAt()) || isWithinAMeal(absence.endsAt(), work.startsAt());
    }

    private static boolean isWithinAMeal(Instant end, Instant start) {
        return !start.isBefore(end) && !start.isAfter(end.plusSeconds(MEAL_SECONDS));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
