package fr.vigie.simulate;

import fr.vigie.call.Channel;
import fr.vigie.call.Outcome;
import fr.vigie.call.TransferResult;
import fr.vigie.input.Call;
import fr.vigie.input.Contract;
import fr.vigie.input.Event;
import fr.vigie.input.EventKind;
import fr.vigie.input.Practice;
import fr.vigie.input.Practitioner;
import fr.vigie.input.Shift;
import fr.vigie.simulate.Dice.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulated medical answering service in the Nord and Pas-de-Calais.
 *
 * <p>Counts are over-dispersed: the calls of a practice and day are Poisson around its {@link Intensity} times gamma
 * factors of the practice's week, the practice's day, and of everybody's day and half-hour. Waiting, abandonment and
 * redials come out of a queue that is played event by event. Handling takes 65 seconds on average, patience is
 * exponential with a mean of 300 seconds.
 */
public final class Service {
    private static final double WEEK_VARIATION = 0.11;
    private static final double DAY_VARIATION = 0.13;
    private static final double NETWORK_DAY_VARIATION = 0.03;
    private static final double NETWORK_HALF_HOUR_VARIATION = 0.05;

    /** The half-hours' factors thin a stream that is this much denser. */
    private static final double ROOM = 1.25;

    private static final double WITHHELD = 0.04;
    private static final double NO_DOCTOR_NAMED = 0.1;
    private static final double DEFLECTED = 0.015;
    private static final double DEFLECTED_BY_FORM = 0.3;
    private static final double LEAVES_MESSAGE = 0.06;

    /** Shifts are planned so far beyond the last day played. */
    private static final int PLANNED_AHEAD_DAYS = 14;

    private final ServicePlan plan;
    private final Season season;
    private final DayShape shape = new DayShape();
    private final Region region;
    private final Clientele clientele;
    private final List<PracticeLife> lives;
    private final Intensity intensity;
    private final Team team;

    public Service(ServicePlan plan) {
        this.plan = plan;
        this.season = new Season(plan);
        this.region = new Region(plan);
        this.clientele = new Clientele(plan, region);
        var all = new ArrayList<PracticeLife>();
        for (var account : clientele.accounts()) {
            all.add(new PracticeLife(plan, season, account, clientele.changesOf(account.index())));
        }
        this.lives = List.copyOf(all);
        this.intensity = new Intensity(plan, season, shape, lives);
        this.team = new Team(plan, season);
    }

    /** The true rates. */
    public Intensity intensity() {
        return intensity;
    }

    /** Plays the plan: first what stands still, then day by day what happens. */
    public void simulate(Sink sink) {
        standing(sink);
        var desk = new Desk(plan, team.size());
        for (int i = 0; i < plan.days(); i++) {
            day(plan.day(i), desk, sink);
        }
        for (int i = 0; i < PLANNED_AHEAD_DAYS; i++) {
            var day = plan.day(plan.days() + i);
            team.seats(day).forEach(seat -> seat.shifts(ServiceDay.of(day)).forEach(sink::accept));
        }
    }

    /** Tells what stands still: places, practices, doctors, operators, absences and events. */
    public void standing(Sink sink) {
        region.places().forEach(place -> sink.accept(place.commune()));
        region.supply(clientele.accounts()).forEach(sink::accept);
        region.travel().forEach(sink::accept);
        clientele.accounts().forEach(account -> sink.accept(practice(account)));
        for (var account : clientele.accounts()) {
            for (var doctor : account.doctors()) {
                sink.accept(new Practitioner(
                        doctor.id(),
                        account.id(),
                        doctor.birthYear(),
                        doctor.activityFte(),
                        account.specialty(),
                        null));
            }
        }
        clientele.accounts().forEach(account -> sink.accept(contract(account)));
        for (var life : lives) {
            life.forwardings().forEach(sink::accept);
        }
        team.operators().forEach(sink::accept);
        for (var life : lives) {
            life.absences().forEach(rows -> rows.forEach(sink::accept));
        }
        for (var life : lives) {
            life.instructions().forEach(sink::accept);
        }
        events().forEach(sink::accept);
        clientele.changes().stream()
                .sorted(Comparator.comparing(Change::from).thenComparing(Change::account))
                .forEach(change -> sink.accept(lives.get(change.account()).truth(change)));
    }

    /**
     * A day once more with another roster: the true rates are the same, chance is not. Who is rostered comes, as punctual as
     * ever, at the own pace and with the own skills.
     *
     * @param day a day of the plan
     * @param roster the day's pieces of operators of this service
     * @param draw which of the many days that it might have been
     * @return all calls in the order of arrival, redials included
     */
    public List<Call> replay(LocalDate day, List<Shift> roster, long draw) {
        var date = ServiceDay.of(day);
        long seed = Dice.mix(plan.seed(), draw);
        var conditions = lives.stream().map(life -> life.conditions(day)).toList();
        var calls = new ArrayList<Call>();
        for (var contact : Switchboard.play(
                contacts(day, conditions, seed),
                team.seats(date, roster, seed),
                season.isOpen(day),
                Dice.of(seed, Purpose.REDIAL, plan.index(day)))) {
            calls.add(call(contact, date, calls.size() + 1));
        }
        return calls;
    }

    private void day(LocalDate day, Desk desk, Sink sink) {
        var date = ServiceDay.of(day);
        int index = plan.index(day);
        boolean open = season.isOpen(day);
        var conditions = new ArrayList<Conditions>();
        for (var life : lives) {
            conditions.add(life.conditions(day));
        }
        var seats = team.seats(day);
        var calls = Switchboard.play(
                contacts(day, conditions, plan.seed()), seats, open, Dice.of(plan.seed(), Purpose.REDIAL, index));
        for (var seat : seats) {
            seat.shifts(date).forEach(sink::accept);
            seat.presence(date).forEach(sink::accept);
        }
        var messages = Dice.of(plan.seed(), Purpose.DESK, -1, index);
        int number = 0;
        for (var contact : calls) {
            sink.accept(call(contact, date, ++number));
            var message =
                    desk.message(contact, date.at(contact.ended), conditions.get(contact.account.index()), messages);
            if (message != null) {
                sink.accept(message);
            }
        }
        for (var life : lives) {
            life.agendas(day).forEach(sink::accept);
            if (open && life.account().isClientOn(day)) {
                desk.day(life, day).forEach(sink::accept);
            }
        }
    }

    /** The first attempts of a day in the order of arrival. */
    private List<Contact> contacts(LocalDate day, List<Conditions> conditions, long seed) {
        int index = plan.index(day);
        var network = Dice.of(seed, Purpose.NETWORK, index);
        double everybody = network.frailty(NETWORK_DAY_VARIATION);
        var halfHours = new double[DayShape.QUARTERS / 2];
        for (int h = 0; h < halfHours.length; h++) {
            halfHours[h] = network.frailty(NETWORK_HALF_HOUR_VARIATION) / ROOM;
        }
        var contacts = new ArrayList<Contact>();
        for (int p = 0; p < lives.size(); p++) {
            double mean = intensity.perDay(p, day);
            if (mean == 0) {
                continue;
            }
            var week = Dice.of(seed, Purpose.PRACTICE_WEEK, -1 - p, index / 7);
            var dice = Dice.of(seed, Purpose.PRACTICE_DAY, p, index);
            double factor = everybody * week.frailty(WEEK_VARIATION) * dice.frailty(DAY_VARIATION) * ROOM;
            var account = lives.get(p).account();
            var shares = shape.cumulative(day, account.leaning());
            var forwarded = lives.get(p).forwarded(day);
            for (int i = dice.poisson(mean * factor); i > 0; i--) {
                int quarter = dice.index(shares);
                double arrives = (DayShape.FIRST_MINUTE + 15 * (quarter + dice.uniform())) * 60_000;
                if (dice.chance(halfHours[quarter / 2] * forwarded.share(day, quarter))) {
                    contacts.add(contact(account, conditions.get(p), (long) arrives, dice));
                }
            }
        }
        contacts.sort(Comparator.comparingLong(c -> c.arrived));
        return contacts;
    }

    private Contact contact(Account account, Conditions conditions, long arrives, Dice dice) {
        // A few patients call often, many once.
        double u = dice.uniform();
        int patient = (int) (account.patients() * u * StrictMath.sqrt(u));
        var caller = dice.chance(WITHHELD) ? null : PhoneNumbers.ofCaller(plan.seed(), account.index(), patient);
        var doctors = account.doctors();
        var doctor = doctors.size() > 1 && dice.chance(NO_DOCTOR_NAMED) ? null : dice.pick(doctors);
        var conversation = Conversations.draw(conditions, dice);
        boolean settled = conversation.transfer() == null && dice.chance(DEFLECTED);
        return new Contact(
                account,
                doctor,
                caller,
                conversation,
                settled ? dice.chance(DEFLECTED_BY_FORM) ? Channel.FORM : Channel.ASSISTANT : null,
                arrives,
                (long) dice.exponential(Switchboard.PATIENCE_MILLIS),
                dice.chance(LEAVES_MESSAGE));
    }

    private static Call call(Contact contact, ServiceDay date, int number) {
        var account = contact.account;
        boolean answered = contact.isAnswered();
        var seat = contact.seat;
        var transfer = answered ? contact.conversation.transfer() : null;
        var ended = date.at(contact.ended);
        boolean queued = account.menuSeconds() > 0
                && (answered
                        || contact.outcome == Outcome.ABANDONED
                        || contact.outcome == Outcome.VOICEMAIL
                        || contact.outcome == Outcome.OVERFLOWED);
        return new Call(
                callId(date.day(), number),
                account.identifiedByLine() ? null : account.id(),
                account.identifiedByLine() ? PhoneNumbers.ofPractice(account.index()) : null,
                contact.doctor == null ? null : contact.doctor.id(),
                contact.caller,
                date.at(contact.arrived),
                queued ? date.at(contact.queued()) : null,
                answered ? date.at(contact.answered) : null,
                ended,
                answered ? (int) Math.round(contact.conversation.wrapMillis() / 1000.0) : null,
                seat == null ? null : seat.operatorId,
                contact.outcome,
                contact.request(),
                contact.disposition(),
                transfer,
                transfer == TransferResult.ACCEPTED ? date.at(Math.max(contact.answered, contact.ended - 3000)) : null,
                answered ? Channel.OPERATOR : contact.outcome == Outcome.DEFLECTED ? contact.attendant : null);
    }

    private static String callId(LocalDate day, int number) {
        var digits = Integer.toString(1_000_000 + number);
        return "C" + (day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth()) + "-"
                + digits.substring(1);
    }

    private static Practice practice(Account account) {
        return new Practice(
                account.id(),
                account.name(),
                PhoneNumbers.ofPractice(account.index()),
                account.insee(),
                account.specialty(),
                account.clientSince(),
                account.clientUntil(),
                Account.groupName(account.group()),
                account.cpts(),
                account.agreedFrom(),
                null);
    }

    private static Contract contract(Account account) {
        int calls = (int) Math.max(100, Math.round(account.weight() * 300 / 50) * 50);
        return new Contract(
                account.id(),
                account.clientSince(),
                calls,
                Math.max(400.0, Math.min(1200.0, calls * 1.9)),
                1.0 + (account.index() % 5) * 0.05,
                Words.ACCOUNT_MANAGERS.get(account.index() % Words.ACCOUNT_MANAGERS.size()),
                account.index() % 4 == 3 ? "0.7@30" : "0.8@20",
                "MON-SAT 07:00-19:00");
    }

    private List<Event> events() {
        var events = new ArrayList<>(season.events());
        for (var change : clientele.changes()) {
            var until = change.until();
            if (change.kind() == Planted.CAMPAIGN && until != null) {
                events.add(event(
                        events.size(),
                        change.from(),
                        until,
                        EventKind.CAMPAIGN,
                        lives.get(change.account()).account().id(),
                        "Campagne de visibilité"));
            }
        }
        return events;
    }

    private static Event event(
            int number, LocalDate from, LocalDate until, EventKind kind, String scope, @Nullable String name) {
        return new Event("E%03d".formatted(number + 1), from, until, kind, scope, name);
    }
}
