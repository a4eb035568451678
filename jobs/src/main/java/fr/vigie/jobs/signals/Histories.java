package fr.vigie.jobs.signals;

import fr.vigie.input.Practitioner;
import fr.vigie.jobs.lake.PracticeRow;
import fr.vigie.jobs.signals.Signals.AgendaWeek;
import fr.vigie.jobs.signals.Signals.CallWeek;
import fr.vigie.signal.Bookings;
import fr.vigie.signal.ExcuseCalendar;
import fr.vigie.signal.Opening;
import fr.vigie.signal.PracticeHistory;
import fr.vigie.signal.PracticeWeek;
import fr.vigie.signal.Transfers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weeks to histories: of every practice from its calls, of every doctor from the agenda. Only whole weeks count, from
 * the first day of the data to the run's date, while the practice was a client and the doctor active there.
 */
final class Histories {
    private final ExcuseCalendar calendar;
    private final Map<String, PracticeRow> practices = new TreeMap<>();
    private final Map<String, Map<String, Practitioner>> doctors = new TreeMap<>();
    private final LocalDate from;
    private final LocalDate until;

    /**
     * What is known beside the weeks.
     *
     * @param from the first day of the data
     * @param until the day after the last
     */
    Histories(
            ExcuseCalendar calendar,
            List<PracticeRow> practices,
            List<Practitioner> practitioners,
            LocalDate from,
            LocalDate until) {
        this.calendar = calendar;
        this.from = from;
        this.until = until;
        practices.forEach(practice -> this.practices.put(practice.practiceId(), practice));
        practitioners.forEach(doctor -> doctors.computeIfAbsent(doctor.practiceId(), id -> new TreeMap<>())
                .put(doctor.practitionerId(), doctor));
    }

    /** All histories: practices in order, then doctors in order. */
    List<PracticeHistory> of(List<CallWeek> calls, List<AgendaWeek> agendas) {
        var histories = new ArrayList<PracticeHistory>();
        var callsOf = new TreeMap<String, TreeMap<Integer, CallWeek>>();
        calls.forEach(week -> callsOf.computeIfAbsent(week.practiceId(), id -> new TreeMap<>())
                .put(week.week(), week));
        callsOf.forEach((practiceId, weeks) -> histories.add(practice(practiceId, weeks)));
        var agendasOf = new TreeMap<String, TreeMap<Integer, AgendaWeek>>();
        agendas.forEach(week -> agendasOf
                .computeIfAbsent(week.practiceId() + "\n" + week.practitionerId(), id -> new TreeMap<>())
                .put(week.week(), week));
        agendasOf.values().forEach(weeks -> histories.add(doctor(weeks)));
        return histories;
    }

    private PracticeHistory practice(String practiceId, Map<Integer, CallWeek> calls) {
        var practice = practices.get(practiceId);
        var group = practice == null ? null : practice.group();
        var ids = new TreeSet<>(doctorsOf(practiceId).keySet());
        var weeks = new ArrayList<PracticeWeek>();
        for (var week : calls.values()) {
            var monday = Signals.monday(week.week());
            if (isWhole(practice, monday)) {
                weeks.add(new PracticeWeek(
                        monday,
                        calendar.ofPractice(practiceId, group, ids, monday),
                        calendar.forwarding(practiceId, monday),
                        new Transfers(week.transfers(), week.declined(), week.unanswered()),
                        new Bookings(week.requests(), week.withoutSlot()),
                        Opening.NONE));
            }
        }
        return new PracticeHistory(practiceId, null, peerGroup(practice, practiceId), weeks);
    }

    private PracticeHistory doctor(NavigableMap<Integer, AgendaWeek> agendas) {
        var practiceId = agendas.firstEntry().getValue().practiceId();
        var practitionerId = agendas.firstEntry().getValue().practitionerId();
        var practice = practices.get(practiceId);
        var group = practice == null ? null : practice.group();
        var doctor = doctorsOf(practiceId).get(practitionerId);
        var activeUntil = doctor == null ? null : doctor.activeUntil();
        var weeks = new ArrayList<PracticeWeek>();
        for (var week : agendas.values()) {
            var monday = Signals.monday(week.week());
            if (isWhole(practice, monday) && (activeUntil == null || !activeUntil.isBefore(monday.plusDays(6)))) {
                weeks.add(new PracticeWeek(
                        monday,
                        calendar.ofDoctor(practitionerId, practiceId, group, monday),
                        calendar.forwarding(practiceId, monday),
                        Transfers.NONE,
                        Bookings.NONE,
                        new Opening(week.minutes(), week.halfDays(), week.closedLate())));
            }
        }
        return new PracticeHistory(practiceId, practitionerId, peerGroup(practice, practiceId), weeks);
    }

    private boolean isWhole(@Nullable PracticeRow practice, LocalDate monday) {
        if (monday.isBefore(from) || monday.plusWeeks(1).isAfter(until)) {
            return false;
        }
        if (practice == null) {
            return true;
        }
        var since = practice.clientSince();
        var last = practice.clientUntil();
        return (since == null || !since.isAfter(monday)) && (last == null || !last.isBefore(monday.plusDays(6)));
    }

    private Map<String, Practitioner> doctorsOf(String practiceId) {
        return doctors.getOrDefault(practiceId, Map.of());
    }

    private String peerGroup(@Nullable PracticeRow practice, String practiceId) {
        var specialty = practice == null || practice.specialty() == null ? "unknown" : practice.specialty();
        return specialty + "/" + Math.min(3, doctorsOf(practiceId).size());
    }
}
