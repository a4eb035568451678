package fr.vigie.simulate;

import fr.vigie.input.Activity;
import fr.vigie.input.Presence;
import fr.vigie.input.PresenceState;
import fr.vigie.input.Shift;
import java.util.ArrayList;
import java.util.List;

/** An operator's day: what was planned, and the stretches on the phone as they turned out. */
final class Seat {
    /**
     * A planned piece of the day, local milliseconds after midnight.
     *
     * @param activity what for
     * @param from start
     * @param until end
     */
    record Piece(Activity activity, long from, long until) {}

    final String operatorId;
    final int skills;
    final double pace;
    final List<Piece> planned;

    /** Whether the operator came at all. */
    final boolean came;

    /** Start and end of the stretches on the phone; the ends move while calls last. */
    final List<long[]> stretches = new ArrayList<>();

    private int stretch = -1;
    private boolean idle;

    Seat(String operatorId, int skills, double pace, List<Piece> planned, boolean came, Dice dice) {
        this.operatorId = operatorId;
        this.skills = skills;
        this.pace = pace;
        this.planned = planned;
        this.came = came;
        for (var piece : planned) {
            if (came && piece.activity() == Activity.CALLS) {
                boolean atOpening = piece.from() <= DayShape.OPENS_MINUTE * 60_000L;
                long late = (long) (atOpening ? dice.uniform(0, 60_000) : dice.uniform(-45_000, 150_000));
                stretches.add(new long[] {piece.from() + late, piece.until()});
            }
        }
    }

    boolean answers(Account account) {
        return (skills >> account.group() & 1) == 1;
    }

    boolean isIdle() {
        return idle;
    }

    void setIdle(boolean value) {
        idle = value;
    }

    /** Whether the stretch is over at that time. */
    boolean isDone(long now) {
        return now >= stretches.get(stretch)[1];
    }

    void start(int index, long now) {
        stretch = index;
        stretches.get(index)[0] = now;
    }

    void end(long now) {
        stretches.get(stretch)[1] = now;
    }

    int current() {
        return stretch;
    }

    List<Shift> shifts(ServiceDay day) {
        var rows = new ArrayList<Shift>();
        for (var piece : planned) {
            rows.add(new Shift(operatorId, day.at(piece.from()), day.at(piece.until()), piece.activity()));
        }
        return rows;
    }

    /** What the phone system saw: on the phone, paused, or away (lunch, or the whole day when ill). */
    List<Presence> presence(ServiceDay day) {
        var rows = new ArrayList<Presence>();
        if (planned.get(0).activity() == Activity.ABSENCE) {
            return rows;
        }
        if (!came) {
            rows.add(new Presence(
                    operatorId,
                    day.at(planned.get(0).from()),
                    day.at(planned.get(planned.size() - 1).until()),
                    PresenceState.AWAY));
            return rows;
        }
        int next = 0;
        long seen = Long.MIN_VALUE;
        for (int i = 0; i < planned.size(); i++) {
            var piece = planned.get(i);
            if (piece.activity() == Activity.CALLS) {
                var stretch = stretches.get(next++);
                add(rows, day, stretch[0], stretch[1], PresenceState.AVAILABLE);
                seen = stretch[1];
            } else {
                boolean more = next < stretches.size();
                long until = more ? stretches.get(next)[0] : piece.until();
                boolean lunch = piece.activity() == Activity.BREAK && piece.until() - piece.from() > 30 * 60_000L;
                add(
                        rows,
                        day,
                        Math.max(seen, Math.min(piece.from(), until)),
                        until,
                        lunch ? PresenceState.AWAY : PresenceState.PAUSED);
                seen = until;
            }
        }
        return rows;
    }

    private void add(List<Presence> rows, ServiceDay day, long from, long until, PresenceState state) {
        var starts = day.at(from);
        var ends = day.at(until);
        if (starts.isBefore(ends)) {
            rows.add(new Presence(operatorId, starts, ends, state));
        }
    }
}
