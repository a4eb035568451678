package fr.vigie.simulate;

import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.simulate.Dice.Purpose;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a doctor is away: seven or eight weeks of leave, mostly in school holidays and often replaced, illness and
 * training.
 */
final class Absences {
    private static final double SUMMER_LEAVE = 0.3;
    private static final double HOLIDAY_LEAVE = 0.22;
    private static final double OTHER_LEAVE = 0.04;
    private static final double SICK = 0.012;
    private static final double SICK_REPLACED = 0.15;
    private static final double TRAINING = 0.02;

    private Absences() {}

    /** The absences of a doctor in order; they do not overlap. */
    static List<Absence> of(ServicePlan plan, Season season, Doctor doctor, int number, List<Change> changes) {
        var dice = Dice.of(plan.seed(), Purpose.ABSENCES, Long.parseLong(doctor.id()), number);
        var absences = new ArrayList<Absence>();
        var monday = plan.from().with(DayOfWeek.MONDAY);
        while (monday.isBefore(plan.until())) {
            var spell = number == 0 ? longReplacement(changes, monday) : null;
            // Whatever comes before a long replacement ends in time.
            long free = spell == null ? Long.MAX_VALUE : ChronoUnit.WEEKS.between(monday, spell.from());
            if (spell != null && free == 0) {
                var ends = spell.until() == null ? plan.until() : spell.until();
                absences.add(new Absence(doctor.id(), spell.from(), ends, AbsenceKind.LEAVE, true));
                monday = ends.plusDays(7).with(DayOfWeek.MONDAY);
                continue;
            }
            double u = dice.uniform();
            double leave = !season.isSchoolHoliday(monday.plusDays(2))
                    ? OTHER_LEAVE
                    : season.isSummer(monday) ? SUMMER_LEAVE : HOLIDAY_LEAVE;
            long weeks = 1;
            if (u < leave) {
                weeks = Math.min(free, season.isSummer(monday) ? 2 + dice.below(2) : 1);
                boolean replaced = dice.chance(doctor.replacedShare()) && !windsDown(changes, monday);
                add(absences, plan, doctor, monday, monday.plusDays(7 * weeks - 1), AbsenceKind.LEAVE, replaced);
            } else if (u < leave + SICK) {
                var first = monday.plusDays(dice.below(4));
                var last = first.plusDays(Math.min(1 + dice.below(9), 7 * Math.min(free, 3) - 4));
                weeks = Math.min(free, 3);
                add(absences, plan, doctor, first, last, AbsenceKind.SICK, dice.chance(SICK_REPLACED));
            } else if (u < leave + SICK + TRAINING) {
                var first = monday.plusDays(3);
                add(absences, plan, doctor, first, first.plusDays(1), AbsenceKind.TRAINING, false);
            }
            monday = monday.plusWeeks(weeks);
        }
        return absences;
    }

    private static void add(
            List<Absence> absences,
            ServicePlan plan,
            Doctor doctor,
            LocalDate first,
            LocalDate last,
            AbsenceKind kind,
            boolean replaced) {
        if (!last.isBefore(plan.from()) && first.isBefore(plan.until())) {
            absences.add(new Absence(doctor.id(), first, last, kind, replaced));
        }
    }

    /** The long replacement that is next from that week on. */
    private static @Nullable Change longReplacement(List<Change> changes, LocalDate monday) {
        return changes.stream()
                .filter(change -> change.kind() == Planted.REPLACEMENT)
                .filter(change -> !change.from().isBefore(monday))
                .findFirst()
                .orElse(null);
    }

    private static boolean windsDown(List<Change> changes, LocalDate day) {
        return changes.stream().anyMatch(c -> c.kind() == Planted.WIND_DOWN && c.strength(day) > 0);
    }
}
