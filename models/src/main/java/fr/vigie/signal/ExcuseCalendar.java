package fr.vigie.signal;

import fr.vigie.input.Absence;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Forwarding;
import fr.vigie.input.ForwardingMode;
import fr.vigie.input.Instruction;
import fr.vigie.input.InstructionKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about weeks that excuses a practice or a doctor, and how a practice's line was forwarded.
 *
 * <p>An epidemic or campaign of everybody's excuses nobody: it lasts for months, and what it does shows in the same
 * weeks of like practices, against which a {@link RateSignal} holds each week.
 */
public final class ExcuseCalendar {
    /** What lasts too long to excuse everybody. */
    private static final Set<EventKind> WAVES = Set.of(EventKind.EPIDEMIC, EventKind.CAMPAIGN, EventKind.RAMADAN);

    private static final int WORKING_DAYS = 5;

    private final Set<LocalDate> publicHolidays;
    private final List<Event> events;
    private final Map<String, List<Absence>> absences = new HashMap<>();
    private final Map<String, List<Instruction>> closures = new HashMap<>();
    private final Map<String, List<Forwarding>> forwardings = new HashMap<>();
    private final ZoneId zone;

    /**
     * All that is known.
     *
     * @param publicHolidays days
     * @param events epidemics, strikes and the like
     * @param absences of all doctors
     * @param instructions of all practices; only closures of a day and more count
     * @param forwardings of all practices
     * @param zone of the instructions' business dates
     */
    public ExcuseCalendar(
            Set<LocalDate> publicHolidays,
            Collection<Event> events,
            Collection<Absence> absences,
            Collection<Instruction> instructions,
            Collection<Forwarding> forwardings,
            ZoneId zone) {
        this.publicHolidays = Set.copyOf(publicHolidays);
        this.events = List.copyOf(events);
        this.zone = zone;
        for (var absence : absences) {
            this.absences
                    .computeIfAbsent(absence.practitionerId(), doctor -> new ArrayList<>())
                    .add(absence);
        }
        for (var instruction : instructions) {
            if (instruction.kind() == InstructionKind.CLOSED && lastsADay(instruction)) {
                closures.computeIfAbsent(instruction.practiceId(), practice -> new ArrayList<>())
                        .add(instruction);
            }
        }
        for (var forwarding : forwardings) {
            this.forwardings
                    .computeIfAbsent(forwarding.practiceId(), practice -> new ArrayList<>())
                    .add(forwarding);
        }
        this.forwardings.values().forEach(rows -> rows.sort(Comparator.comparing(Forwarding::validFrom)));
    }

    /**
     * The excuses of a practice. An absence excuses it when more than a third of its doctors' working days are lost.
     *
     * @param group its planning pool, which events may name
     * @param doctors its doctors
     */
    public Set<Excuse> ofPractice(
            String practiceId, @Nullable String group, Collection<String> doctors, LocalDate monday) {
        var excuses = shared(practiceId, group, null, monday);
        if (changesForwarding(practiceId, monday)) {
            excuses.add(Excuse.FORWARDING_CHANGE);
        }
        var kinds = EnumSet.noneOf(Excuse.class);
        int lost = 0;
        for (var doctor : doctors) {
            for (var absence : absences.getOrDefault(doctor, List.of())) {
                int days = workingDays(absence, monday);
                if (days > 0) {
                    lost += days;
                    kinds.add(kind(absence));
                }
            }
        }
        if (3 * lost > WORKING_DAYS * doctors.size()) {
            excuses.addAll(kinds);
        }
        return excuses;
    }

    /** The excuses of a doctor at a practice: an absence of a day is one. */
    public Set<Excuse> ofDoctor(String practitionerId, String practiceId, @Nullable String group, LocalDate monday) {
        var excuses = shared(practiceId, group, practitionerId, monday);
        for (var absence : absences.getOrDefault(practitionerId, List.of())) {
            if (overlaps(absence.startsOn(), absence.endsOn(), monday)) {
                excuses.add(kind(absence));
            }
        }
        return excuses;
    }

    /** How the practice's line is forwarded at the end of the week; always where nothing is known. */
    public ForwardingMode forwarding(String practiceId, LocalDate monday) {
        var mode = ForwardingMode.ALWAYS;
        for (var forwarding : forwardings.getOrDefault(practiceId, List.of())) {
            if (forwarding.validFrom().isBefore(monday.plusWeeks(1))) {
                mode = forwarding.mode();
            }
        }
        return mode;
    }

    /** The first of a practice's forwardings is no change. */
    private boolean changesForwarding(String practiceId, LocalDate monday) {
        return forwardings.getOrDefault(practiceId, List.of()).stream()
                .skip(1)
                .anyMatch(forwarding -> overlaps(forwarding.validFrom(), forwarding.validFrom(), monday));
    }

    private Set<Excuse> shared(String practiceId, @Nullable String group, @Nullable String doctor, LocalDate monday) {
        var excuses = EnumSet.noneOf(Excuse.class);
        if (publicHolidays.stream().anyMatch(day -> overlaps(day, day, monday))) {
            excuses.add(Excuse.PUBLIC_HOLIDAY);
        }
        for (var event : events) {
            var scope = event.scope();
            boolean isWave = WAVES.contains(event.kind());
            boolean concerned =
                    scope == null || scope.equals("all") ? !isWave : scope.equals(practiceId) || scope.equals(group);
            if (concerned && overlaps(event.startsOn(), event.endsOn(), monday)) {
                excuses.add(
                        switch (event.kind()) {
                            case EPIDEMIC -> Excuse.EPIDEMIC;
                            case HOLIDAY -> Excuse.PUBLIC_HOLIDAY;
                            case CAMPAIGN -> Excuse.CAMPAIGN;
                            case HALF_DAY, TRIAL, OUTAGE, STRIKE, RAMADAN, OTHER -> Excuse.EVENT;
                        });
            }
        }
        for (var closure : closures.getOrDefault(practiceId, List.of())) {
            var until = closure.validUntil();
            boolean concerned =
                    closure.practitionerId() == null || closure.practitionerId().equals(doctor);
            var from = LocalDate.ofInstant(closure.validFrom(), zone);
            if (concerned && overlaps(from, until == null ? LocalDate.MAX : LocalDate.ofInstant(until, zone), monday)) {
                excuses.add(Excuse.CLOSED);
            }
        }
        return excuses;
    }

    private static boolean lastsADay(Instruction instruction) {
        return instruction.validUntil() == null
                || Duration.between(instruction.validFrom(), instruction.validUntil())
                                .compareTo(Duration.ofDays(1))
                        >= 0;
    }

    private static Excuse kind(Absence absence) {
        return Boolean.TRUE.equals(absence.replaced()) ? Excuse.REPLACEMENT : Excuse.LEAVE;
    }

    private static int workingDays(Absence absence, LocalDate monday) {
        return (int) monday.datesUntil(monday.plusDays(WORKING_DAYS))
                .filter(day -> !day.isBefore(absence.startsOn()) && !day.isAfter(absence.endsOn()))
                .count();
    }

    private static boolean overlaps(LocalDate first, LocalDate last, LocalDate monday) {
        return first.isBefore(monday.plusWeeks(1)) && !last.isBefore(monday);
    }
}
