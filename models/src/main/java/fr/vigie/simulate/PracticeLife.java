package fr.vigie.simulate;

import fr.vigie.input.Absence;
import fr.vigie.input.AbsenceKind;
import fr.vigie.input.Agenda;
import fr.vigie.input.Forwarding;
import fr.vigie.input.Half;
import fr.vigie.input.Instruction;
import fr.vigie.simulate.Dice.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happens at a practice over the simulated days, apart from the calls themselves. */
final class PracticeLife {
    private static final byte THERE = 0;
    private static final byte REPLACED = 1;
    private static final byte AWAY = 2;
    private static final byte JUST_BACK = 3;

    /** Calls of a doctor's patients by the states above, relative to when the doctor is there. */
    private static final double[] CALLS = {1, 0.93, 0.55, 1.25};

    private static final double CAMPAIGN_LIFT = 1.6;
    private static final double WIND_DOWN_HOURS = 0.25;
    private static final double WIND_DOWN_CALLS = 0.08;
    private static final double WIND_DOWN_NO_SLOT = 0.05;
    private static final double REFUSAL_DECLINED = 0.34;
    private static final double REFUSAL_NO_ANSWER = 0.06;
    private static final double STRESS_DECLINED = 0.08;
    private static final double STRESS_MESSAGE_HOURS = 3;
    private static final double STRESS_LATE_SLOTS = 2;
    private static final double USUAL_LATE_SLOTS = 0.15;
    private static final double SATURATION_NO_SLOT = 0.40;
    private static final double SATURATION_FREE_SLOT = 2.5;
    private static final double REFUSED_WHEN_TOLD = 0.93;
    private static final double WEEKLY_CORRELATION = 0.02;

    private final ServicePlan plan;
    private final Season season;
    private final Account account;
    private final List<Change> changes;
    private final List<List<Absence>> absences;
    private final byte[][] states;
    private final Instructions instructions;

    PracticeLife(ServicePlan plan, Season season, Account account, List<Change> changes) {
        this(plan, season, account, changes, absences(plan, season, account, changes));
    }

    private PracticeLife(
            ServicePlan plan, Season season, Account account, List<Change> changes, List<List<Absence>> absences) {
        this.plan = plan;
        this.season = season;
        this.account = account;
        this.changes = changes;
        this.absences = absences;
        this.states = new byte[absences.size()][plan.days()];
        for (int d = 0; d < states.length; d++) {
            absences.get(d).forEach(mark(states[d]));
        }
        this.instructions = new Instructions(plan, season, account, changes, absences);
    }

    private static List<List<Absence>> absences(
            ServicePlan plan, Season season, Account account, List<Change> changes) {
        var absences = new ArrayList<List<Absence>>();
        for (int d = 0; d < account.doctors().size(); d++) {
            absences.add(Absences.of(plan, season, account.doctors().get(d), d, changes));
        }
        return List.copyOf(absences);
    }

    Account account() {
        return account;
    }

    List<List<Absence>> absences() {
        return absences;
    }

    List<Instruction> instructions() {
        return instructions.rows();
    }

    /**
     * The same practice as it can be foreseen before a day: without the illness that begins from that day on, and without the changes
     * planted from then on that nobody announces. Leave and training, campaigns, joining and leaving are announced.
     */
    PracticeLife foreseenBefore(LocalDate origin) {
        var foreseen = changes.stream()
                .filter(change ->
                        change.from().isBefore(origin) || change.kind().isAnnounced())
                .toList();
        var known = absences.stream()
                .map(own -> own.stream()
                        .filter(a -> a.startsOn().isBefore(origin) || a.kind() != AbsenceKind.SICK)
                        .toList())
                .toList();
        return new PracticeLife(plan, season, account, foreseen, known);
    }

    /** How the line is forwarded on that day. */
    Forwarded forwarded(LocalDate day) {
        return strength(Planted.FORWARDING, day) > 0 ? Forwarded.partTime(account) : Forwarded.first(account);
    }

    List<Forwarding> forwardings() {
        var rows = new ArrayList<Forwarding>();
        rows.add(Forwarded.first(account).row(account.id(), account.clientSince()));
        for (var change : changes) {
            if (change.kind() == Planted.FORWARDING) {
                rows.add(Forwarded.partTime(account).row(account.id(), change.from()));
            }
        }
        return rows;
    }

    /** Calls of that day relative to what weight, season and forwarding say; 0 when it is no client. */
    double volume(LocalDate day) {
        if (!account.isClientOn(day)) {
            return 0;
        }
        int index = plan.index(day);
        double patients = 0;
        for (var state : states) {
            patients += CALLS[state[index]];
        }
        return patients
                / states.length
                * (1 + account.growth() * index / 365.0)
                * (1 - WIND_DOWN_CALLS * strength(Planted.WIND_DOWN, day))
                * (strength(Planted.CAMPAIGN, day) > 0 ? CAMPAIGN_LIFT : 1);
    }

    Conditions conditions(LocalDate day) {
        int index = plan.index(day);
        boolean away = false;
        for (var state : states) {
            away |= state[index] == AWAY;
        }
        double refusal = strength(Planted.REFUSAL, day);
        double stress = strength(Planted.STRESS, day);
        double saturation = strength(Planted.SATURATION, day);
        double noSlot = account.noSlot() * (1 + season.wave(day)) * (away ? 1.4 : 1)
                + WIND_DOWN_NO_SLOT * strength(Planted.WIND_DOWN, day);
        var week = Dice.of(plan.seed(), Purpose.PRACTICE_WEEK, account.index(), index / 7);
        double declined = week.probability(
                account.declined() + refusal * (REFUSAL_DECLINED - account.declined()) + stress * STRESS_DECLINED,
                WEEKLY_CORRELATION);
        double noAnswer = week.probability(
                (account.noAnswer() + REFUSAL_NO_ANSWER * refusal) * (away ? 1.3 : 1), WEEKLY_CORRELATION);
        return new Conditions(
                noSlot + saturation * Math.max(0, SATURATION_NO_SLOT - noSlot),
                instructions.noNewPatients(index) ? REFUSED_WHEN_TOLD : account.newRefused(),
                instructions.messageOnly(index) ? 0 : account.transfers(),
                declined,
                noAnswer,
                account.messageHours() * (1 + (STRESS_MESSAGE_HOURS - 1) * stress));
    }

    /** The agendas of that day, half a day a row; a doctor who is away and not replaced has nothing open. */
    List<Agenda> agendas(LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        if (!season.isOpen(day) || !account.isClientOn(day)) {
            return List.of();
        }
        int index = plan.index(day);
        var dice = Dice.of(plan.seed(), Purpose.AGENDA, account.index(), index);
        var rows = new ArrayList<Agenda>();
        for (int d = 0; d < states.length; d++) {
            var doctor = account.doctors().get(d);
            double hours = d == 0 ? 1 - WIND_DOWN_HOURS * strength(Planted.WIND_DOWN, day) : 1;
            int usual = Integer.bitCount(doctor.halfDays());
            int dropped = (int) Math.round((1 - hours) * usual);
            double trimmed = Math.min(1, hours * usual / (usual - dropped));
            int kept = usual - dropped;
            for (int half = 0; half < 2; half++) {
                if (!doctor.works(weekday, half)) {
                    continue;
                }
                int position = Integer.bitCount(doctor.halfDays() & ((1 << (2 * (weekday - 1) + half)) - 1));
                if (position < kept) {
                    rows.add(halfDay(day, doctor, half, states[d][index], trimmed, dice));
                }
            }
        }
        return rows;
    }

    private Agenda halfDay(LocalDate day, Doctor doctor, int half, byte state, double trimmed, Dice dice) {
        double saturation = strength(Planted.SATURATION, day);
        double stress = strength(Planted.STRESS, day);
        double pressure = doctor.pressure() + saturation * Math.max(0, 1.06 - doctor.pressure());
        int slots = state == AWAY ? 0 : (int) Math.round(doctor.slots() * trimmed);
        int late = Math.min(slots, dice.poisson(USUAL_LATE_SLOTS + STRESS_LATE_SLOTS * stress));
        int opened = slots - late;
        double wanted = slots * pressure * (1 + season.wave(day)) * dice.frailty(0.1);
        double free = doctor.freeSlotDays()
                * (1 + (SATURATION_FREE_SLOT - 1) * saturation)
                * (state == AWAY ? 1.5 : 1)
                * dice.logNormal(1, 0.18);
        return new Agenda(
                doctor.id(),
                account.id(),
                day,
                half == 0 ? Half.AM : Half.PM,
                opened * doctor.slotMinutes(),
                opened,
                (int) Math.min(opened, Math.round(wanted)),
                late,
                Math.round(free * 10) / 10.0);
    }

    double strength(Planted kind, LocalDate day) {
        double strength = 0;
        for (var change : changes) {
            if (change.kind() == kind) {
                strength = Math.max(strength, change.strength(day));
            }
        }
        return strength;
    }

    /** What is to be known about something planted here. */
    Truth truth(Change change) {
        @Nullable
        String doctor =
                switch (change.kind()) {
                    case WIND_DOWN, REPLACEMENT -> account.doctors().get(0).id();
                    default -> null;
                };
        var note =
                switch (change.kind()) {
                    case REFUSAL -> "declined transfers from %.0f %% to %.0f %% within two weeks"
                            .formatted(100 * account.declined(), 100 * REFUSAL_DECLINED);
                    case WIND_DOWN -> "opened hours fall by a quarter over 26 weeks";
                    case STRESS -> "late closures, changing instructions and unread messages within four weeks";
                    case SATURATION -> "requests without a slot from %.0f %% to %.0f %% within eight weeks"
                            .formatted(100 * account.noSlot(), 100 * SATURATION_NO_SLOT);
                    case REPLACEMENT -> "looks like a change: replaced by another doctor";
                    case FORWARDING -> "looks like a change: forwarded part of the time";
                    case CAMPAIGN -> "looks like a change: a campaign brings 60 % more calls";
                    case JOINED -> "looks like a change: a new client";
                    case LEFT -> "looks like a change: no client any more";
                };
        return new Truth(account.id(), doctor, change.kind(), change.from(), change.until(), note);
    }

    private Consumer<Absence> mark(byte[] state) {
        return absence -> {
            int first = Math.max(0, plan.index(absence.startsOn()));
            int last = Math.min(plan.days() - 1, plan.index(absence.endsOn()));
            boolean replaced = Boolean.TRUE.equals(absence.replaced());
            for (int i = first; i <= last; i++) {
                state[i] = replaced ? REPLACED : AWAY;
            }
            for (int i = last + 1; !replaced && i <= last + 2 && i < plan.days(); i++) {
                state[i] = state[i] == THERE ? JUST_BACK : state[i];
            }
        };
    }
}
