package fr.vigie.simulate;

import fr.vigie.input.Absence;
import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import fr.vigie.simulate.Dice.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a practice tells the operators to do: a standing instruction, leave, busy days, and churn under stress. */
final class Instructions {
    private static final double BUSY_DAY = 0.012;
    private static final double CHURN = 0.55;

    private final ServicePlan plan;
    private final Account account;
    private final List<Instruction> rows = new ArrayList<>();
    private final BitSet messageOnly = new BitSet();
    private final BitSet noNewPatients = new BitSet();

    Instructions(ServicePlan plan, Season season, Account account, List<Change> changes, List<List<Absence>> absences) {
        this.plan = plan;
        this.account = account;
        var dice = Dice.of(plan.seed(), Purpose.INSTRUCTIONS, account.index());
        standing(changes);
        leave(absences);
        for (int i = 0; i < plan.days(); i++) {
            var day = plan.day(i);
            double stress = 0;
            for (var change : changes) {
                stress = change.kind() == Planted.STRESS ? change.strength(day) : stress;
            }
            double busy = dice.uniform();
            int minute = 8 * 60 + dice.below(9 * 60);
            double which = dice.uniform();
            if (season.isOpen(day) && account.isClientOn(day) && busy < BUSY_DAY + CHURN * stress) {
                var kind = which < 0.5
                        ? InstructionKind.URGENT_ONLY
                        : which < 0.85 ? InstructionKind.MESSAGE_ONLY : InstructionKind.NO_NEW_PATIENTS;
                add(null, instant(day, minute), instant(day, DayShape.CLOSES_MINUTE), kind, null);
                // A few hours are not worth a state of their own: only early ones stop the day's transfers.
                if (kind == InstructionKind.MESSAGE_ONLY && minute < 10 * 60) {
                    messageOnly.set(i);
                }
            }
        }
        rows.sort(Comparator.comparing(Instruction::validFrom));
    }

    List<Instruction> rows() {
        return rows;
    }

    boolean messageOnly(int day) {
        return messageOnly.get(day);
    }

    boolean noNewPatients(int day) {
        return noNewPatients.get(day);
    }

    private void standing(List<Change> changes) {
        var start = account.clientSince().isBefore(plan.from()) ? plan.from() : account.clientSince();
        if (!start.isBefore(plan.until())) {
            return;
        }
        add(
                null,
                instant(start, 6 * 60),
                null,
                account.noNewPatients() ? InstructionKind.NO_NEW_PATIENTS : InstructionKind.OPEN,
                null);
        noNewPatients.set(plan.index(start), plan.days(), account.noNewPatients());
        for (var change : changes) {
            var told = change.from().plusDays(42);
            if (change.kind() == Planted.WIND_DOWN && told.isBefore(plan.until())) {
                add(
                        account.doctors().get(0).id(),
                        instant(told, 9 * 60),
                        null,
                        InstructionKind.NO_NEW_PATIENTS,
                        "ne prend plus de nouveaux patients");
                noNewPatients.set(plan.index(told), plan.days());
            }
        }
    }

    /** While the only doctor is away and nobody replaces, calls end as messages. */
    private void leave(List<List<Absence>> absences) {
        if (absences.size() > 1) {
            return;
        }
        for (var absence : absences.get(0)) {
            var first = absence.startsOn().isBefore(plan.from()) ? plan.from() : absence.startsOn();
            if (!Boolean.TRUE.equals(absence.replaced()) && account.isClientOn(first)) {
                add(
                        account.doctors().get(0).id(),
                        instant(first, 6 * 60 + 30),
                        instant(absence.endsOn().plusDays(1), 6 * 60 + 30),
                        InstructionKind.MESSAGE_ONLY,
                        "cabinet fermé, prendre les messages");
                messageOnly.set(plan.index(first), Math.min(plan.days(), plan.index(absence.endsOn()) + 1));
            }
        }
    }

    private void add(
            @Nullable String doctor,
            Instant from,
            @Nullable Instant until,
            InstructionKind kind,
            @Nullable String note) {
        rows.add(new Instruction(account.id(), doctor, from, until, kind, note));
    }

    private static Instant instant(LocalDate day, int minute) {
        return ServiceDay.of(day).at(minute * 60_000L);
    }
}
