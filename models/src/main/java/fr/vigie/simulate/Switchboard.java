package fr.vigie.simulate;

import fr.vigie.call.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The queue of one day, event by event: calls are taken first come, first served, by the operator who has been free
 * longest and answers that group; callers give up, leave a message, are sent elsewhere after eight minutes, and some of
 * those who were not answered call again.
 */
final class Switchboard {
    private record Happening(long at, int order, Runnable step) {}

    private static final double REDIAL = 0.45;
    private static final double REDIAL_MEAN_MILLIS = 7 * 60_000.0;
    private static final long REDIAL_FIRST_MILLIS = 40_000;
    private static final long REDIAL_LAST_MILLIS = 55 * 60_000L;
    static final double PATIENCE_MILLIS = 300_000;
    private static final long MESSAGE_OFFERED_MILLIS = 120_000;
    private static final long OVERFLOW_MILLIS = 480_000;
    private static final long BLOCKED_MILLIS = 2_000;
    private static final long CLOSED_MILLIS = 9_000;
    private static final double LINE_FAULT = 0.0015;
    private static final int LINES_PER_OPERATOR = 3;

    /** How long after closing the last operators empty the queue. */
    private static final long LAST_CALLS_MILLIS = 5 * 60_000L;

    private static final long QUEUE_OPENS = DayShape.QUEUE_OPENS_MINUTE * 60_000L;
    private static final long CLOSES = DayShape.CLOSES_MINUTE * 60_000L;

    private final List<Seat> seats;
    private final boolean open;
    private final Dice dice;
    private final PriorityQueue<Happening> ahead = new PriorityQueue<>((a, b) -> {
        int byTime = Long.compare(a.at(), b.at());
        return byTime != 0 ? byTime : Integer.compare(a.order(), b.order());
    });
    private final ArrayDeque<Contact> waiting = new ArrayDeque<>();
    private final ArrayDeque<Seat> idle = new ArrayDeque<>();
    private final List<Contact> seen = new ArrayList<>();
    private int order;
    private int stretchesLeft;
    private long now;

    private Switchboard(List<Seat> seats, boolean open, Dice dice) {
        this.seats = seats;
        this.open = open;
        this.dice = dice;
    }

    /**
     * Plays a day.
     *
     * @param contacts first attempts in the order of arrival
     * @param seats the operators' day; their stretches are moved to what happened
     * @param open whether the service answers on that day
     * @param dice decides who calls again
     * @return all calls in the order of arrival, redials included
     */
    static List<Contact> play(List<Contact> contacts, List<Seat> seats, boolean open, Dice dice) {
        return new Switchboard(seats, open, dice).play(contacts);
    }

    private List<Contact> play(List<Contact> contacts) {
        for (var seat : seats) {
            stretchesLeft += seat.stretches.size();
            if (!seat.stretches.isEmpty()) {
                at(seat.stretches.get(0)[0], () -> start(seat, 0));
            }
        }
        at(CLOSES + LAST_CALLS_MILLIS, this::emptyQueue);
        for (var contact : contacts) {
            happenUntil(contact.arrived);
            now = contact.arrived;
            arrive(contact);
        }
        happenUntil(Long.MAX_VALUE);
        return seen;
    }

    private void at(long time, Runnable step) {
        ahead.add(new Happening(time, order++, step));
    }

    private void happenUntil(long time) {
        for (var next = ahead.peek(); next != null && next.at() <= time; next = ahead.peek()) {
            ahead.remove();
            now = next.at();
            next.step().run();
        }
    }

    private void arrive(Contact contact) {
        seen.add(contact);
        if (!open || now < QUEUE_OPENS || now >= CLOSES) {
            contact.ends(Outcome.CLOSED, now + CLOSED_MILLIS);
        } else if (contact.attendant != null) {
            contact.ends(Outcome.DEFLECTED, now + Math.max(5_000, contact.conversation.talkMillis()));
        } else if (stretchesLeft == 0
                || waiting.size() >= LINES_PER_OPERATOR * seats.size() + LINES_PER_OPERATOR
                || dice.chance(LINE_FAULT)) {
            contact.ends(Outcome.BLOCKED, now + BLOCKED_MILLIS);
            perhapsAgain(contact);
        } else if (contact.queued() > now) {
            at(contact.queued(), () -> enter(contact));
        } else {
            enter(contact);
        }
    }

    private void enter(Contact contact) {
        for (var it = idle.iterator(); it.hasNext(); ) {
            var seat = it.next();
            if (seat.answers(contact.account)) {
                it.remove();
                serve(seat, contact);
                return;
            }
        }
        waiting.add(contact);
        contact.outcome = Outcome.ABANDONED;
        long leaves = Math.min(contact.patience, contact.leavesMessage ? MESSAGE_OFFERED_MILLIS : OVERFLOW_MILLIS);
        at(now + leaves, () -> leave(contact, leaves));
    }

    private void leave(Contact contact, long waited) {
        if (contact.isAnswered() || !waiting.remove(contact)) {
            return;
        }
        if (waited == contact.patience) {
            contact.ends(Outcome.ABANDONED, now);
            perhapsAgain(contact);
        } else {
            contact.ends(contact.leavesMessage ? Outcome.VOICEMAIL : Outcome.OVERFLOWED, now);
        }
    }

    private void perhapsAgain(Contact contact) {
        if (!dice.chance(REDIAL)) {
            return;
        }
        double delay = REDIAL_FIRST_MILLIS + dice.exponential(REDIAL_MEAN_MILLIS);
        long arrives = now + Math.min(REDIAL_LAST_MILLIS, (long) delay);
        var again = contact.again(arrives, (long) dice.exponential(PATIENCE_MILLIS));
        at(arrives, () -> arrive(again));
    }

    private void serve(Seat seat, Contact contact) {
        seat.setIdle(false);
        contact.seat = seat;
        contact.answered = now;
        long talk = (long) (contact.conversation.talkMillis() * seat.pace);
        contact.ends(Outcome.ANSWERED, now + talk);
        at(contact.ended + contact.conversation.wrapMillis(), () -> free(seat));
    }

    private void start(Seat seat, int stretch) {
        seat.start(stretch, now);
        at(Math.max(now, seat.stretches.get(stretch)[1]), () -> {
            if (seat.isIdle() && seat.current() == stretch) {
                idle.remove(seat);
                finish(seat);
            }
        });
        free(seat);
    }

    private void free(Seat seat) {
        // The last operators stay until the queue is empty.
        boolean lastCalls = now >= CLOSES && !waiting.isEmpty() && seat.current() == seat.stretches.size() - 1;
        if (seat.isDone(now) && !lastCalls) {
            finish(seat);
            return;
        }
        for (Iterator<Contact> it = waiting.iterator(); it.hasNext(); ) {
            var contact = it.next();
            if (seat.answers(contact.account)) {
                it.remove();
                serve(seat, contact);
                return;
            }
        }
        if (seat.isDone(now)) {
            finish(seat);
        } else {
            seat.setIdle(true);
            idle.addLast(seat);
        }
    }

    private void finish(Seat seat) {
        seat.setIdle(false);
        seat.end(now);
        stretchesLeft--;
        int next = seat.current() + 1;
        if (next < seat.stretches.size()) {
            at(Math.max(now, seat.stretches.get(next)[0]), () -> start(seat, next));
        }
    }

    private void emptyQueue() {
        while (!waiting.isEmpty()) {
            waiting.remove().ends(Outcome.VOICEMAIL, now);
        }
    }
}
