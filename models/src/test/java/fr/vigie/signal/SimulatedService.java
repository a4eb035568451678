package fr.vigie.signal;

import fr.vigie.calendar.PublicHolidays;
import fr.vigie.call.Disposition;
import fr.vigie.call.Request;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Absence;
import fr.vigie.input.Agenda;
import fr.vigie.input.Call;
import fr.vigie.input.Event;
import fr.vigie.input.Forwarding;
import fr.vigie.input.InputRow;
import fr.vigie.input.Instruction;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.simulate.Service;
import fr.vigie.simulate.ServicePlan;
import fr.vigie.simulate.Sink;
import fr.vigie.simulate.Truth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A simulated service as the weeks that signals read. */
final class SimulatedService implements Sink {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final LocalDate from;
    private final LocalDate until;
    private final List<Truth> truths = new ArrayList<>();
    private final Map<String, Practice> practices = new TreeMap<>();
    private final Map<String, String> practiceOfLine = new HashMap<>();
    private final Map<String, TreeSet<String>> doctors = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Forwarding> forwardings = new ArrayList<>();
    private final Map<String, TreeMap<LocalDate, Calls>> calls = new TreeMap<>();
    private final Map<Seat, TreeMap<LocalDate, Opening>> agendas = new HashMap<>();

    private record Seat(String practiceId, String doctor) {}

    private static final class Calls {
        private int offered;
        private int declined;
        private int unanswered;
        private int requests;
        private int withoutSlot;
    }

    private SimulatedService(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
    }

    static SimulatedService of(long seed, LocalDate from, LocalDate until) {
        var service = new SimulatedService(from, until);
        new Service(ServicePlan.defaults(seed, from, until)).simulate(service);
        return service;
    }

    List<Truth> truths() {
        return truths;
    }

    @Override
    public void accept(Truth truth) {
        truths.add(truth);
    }

    @Override
    public void accept(InputRow row) {
        if (row instanceof Call call) {
            count(call);
        } else if (row instanceof Agenda agenda) {
            open(agenda);
        } else if (row instanceof Practice practice) {
            practices.put(practice.practiceId(), practice);
            practiceOfLine.put(practice.calledNumbers(), practice.practiceId());
        } else if (row instanceof Practitioner doctor) {
            doctors.computeIfAbsent(doctor.practiceId(), id -> new TreeSet<>()).add(doctor.practitionerId());
        } else if (row instanceof Event event) {
            events.add(event);
        } else if (row instanceof Absence absence) {
            absences.add(absence);
        } else if (row instanceof Instruction instruction) {
            instructions.add(instruction);
        } else if (row instanceof Forwarding forwarding) {
            forwardings.add(forwarding);
        }
    }

    private void count(Call call) {
        var practice = call.practiceId() == null ? practiceOfLine.get(call.calledNumber()) : call.practiceId();
        var week = calls.computeIfAbsent(String.valueOf(practice), id -> new TreeMap<>())
                .computeIfAbsent(monday(LocalDate.ofInstant(call.arrivedAt(), PARIS)), day -> new Calls());
        week.offered += call.transferResult() == null ? 0 : 1;
        week.declined += call.transferResult() == TransferResult.DECLINED ? 1 : 0;
        week.unanswered += call.transferResult() == TransferResult.NO_ANSWER ? 1 : 0;
        if (call.disposition() != null
                && (call.request() == Request.BOOKING || call.request() == Request.NEW_PATIENT)) {
            week.requests++;
            week.withoutSlot += call.disposition() == Disposition.NO_SLOT ? 1 : 0;
        }
    }

    private void open(Agenda agenda) {
        int late = agenda.closedLateSlots() == null ? 0 : agenda.closedLateSlots();
        var half = new Opening(agenda.openedMinutes(), agenda.openedSlots() + late > 0 ? 1 : 0, late > 0 ? 1 : 0);
        agendas.computeIfAbsent(new Seat(agenda.practiceId(), agenda.practitionerId()), seat -> new TreeMap<>())
                .merge(
                        monday(agenda.day()),
                        half,
                        (a, b) -> new Opening(
                                a.minutes() + b.minutes(),
                                a.halfDays() + b.halfDays(),
                                a.closedLate() + b.closedLate()));
    }

    /** The histories of all practices and of all doctors, as far as weeks are whole. */
    List<PracticeHistory> histories() {
        var calendar = new ExcuseCalendar(
                PublicHolidays.ofFrance(from, until), events, absences, instructions, forwardings, PARIS);
        var histories = new ArrayList<PracticeHistory>();
        calls.forEach((id, weeks) -> {
            var history = new ArrayList<PracticeWeek>();
            weeks.forEach((monday, week) -> {
                if (isWhole(id, monday)) {
                    history.add(new PracticeWeek(
                            monday,
                            calendar.ofPractice(id, practice(id).group(), doctorsOf(id), monday),
                            calendar.forwarding(id, monday),
                            new Transfers(week.offered, week.declined, week.unanswered),
                            new Bookings(week.requests, week.withoutSlot),
                            Opening.NONE));
                }
            });
            histories.add(new PracticeHistory(id, null, peers(id), history));
        });
        practices.keySet().forEach(id -> doctorsOf(id).forEach(doctor -> histories.add(agenda(calendar, id, doctor))));
        return histories;
    }

    private PracticeHistory agenda(ExcuseCalendar calendar, String id, String doctor) {
        var history = new ArrayList<PracticeWeek>();
        agendas.getOrDefault(new Seat(id, doctor), new TreeMap<>()).forEach((monday, opening) -> {
            if (isWhole(id, monday)) {
                history.add(new PracticeWeek(
                        monday,
                        calendar.ofDoctor(doctor, id, practice(id).group(), monday),
                        calendar.forwarding(id, monday),
                        Transfers.NONE,
                        Bookings.NONE,
                        opening));
            }
        });
        return new PracticeHistory(id, doctor, peers(id), history);
    }

    private boolean isWhole(String id, LocalDate monday) {
        var since = practice(id).clientSince();
        var last = practice(id).clientUntil();
        return !monday.isBefore(from)
                && !monday.plusWeeks(1).isAfter(until)
                && (since == null || !since.isAfter(monday))
                && (last == null || !last.isBefore(monday.plusDays(6)));
    }

    private Practice practice(String id) {
        return java.util.Objects.requireNonNull(practices.get(id));
    }

    private TreeSet<String> doctorsOf(String id) {
        return doctors.getOrDefault(id, new TreeSet<>());
    }

    private String peers(String id) {
        return practice(id).specialty() + "/" + doctorsOf(id).size();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }
}
