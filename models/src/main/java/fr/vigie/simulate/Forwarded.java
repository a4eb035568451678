package fr.vigie.simulate;

import fr.vigie.input.Forwarding;
import fr.vigie.input.ForwardingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a line is forwarded, and which share of its calls the service therefore sees.
 *
 * @param mode when calls are forwarded
 * @param window the hours of a scheduled forwarding
 */
record Forwarded(ForwardingMode mode, @Nullable Window window) {
    /** The hours at which practices commonly hand over their line. */
    enum Window {
        MORNINGS("MON-FRI 07:00-12:00", 7 * 60, 12 * 60, 5),
        AFTERNOONS("MON-FRI 12:00-19:00", 12 * 60, 19 * 60, 5),
        LUNCH("MON-FRI 12:00-14:00", 12 * 60, 14 * 60, 5),
        EARLY("MON-SAT 07:00-09:00", 7 * 60, 9 * 60, 6);

        private final String schedule;
        private final int fromMinute;
        private final int untilMinute;
        private final int lastWeekday;

        Window(String schedule, int fromMinute, int untilMinute, int lastWeekday) {
            this.schedule = schedule;
            this.fromMinute = fromMinute;
            this.untilMinute = untilMinute;
            this.lastWeekday = lastWeekday;
        }

        private boolean contains(LocalDate day, int minute) {
            return day.getDayOfWeek().getValue() <= lastWeekday && fromMinute <= minute && minute < untilMinute;
        }
    }

    /** What a practice that answers itself lets through. */
    private static final double OVERFLOWING = 0.4;

    /** How the line was forwarded when the simulation begins. */
    static Forwarded first(Account account) {
        return account.forwarding() == ForwardingMode.SCHEDULED
                ? new Forwarded(ForwardingMode.SCHEDULED, Window.values()[account.index() % Window.values().length])
                : new Forwarded(account.forwarding(), null);
    }

    /** How it is forwarded once the practice answers part of the day itself. */
    static Forwarded partTime(Account account) {
        return account.index() % 2 == 0
                ? new Forwarded(ForwardingMode.SCHEDULED, Window.AFTERNOONS)
                : new Forwarded(ForwardingMode.OVERFLOW, null);
    }

    /** The share of the calls of a quarter-hour that reach the service. */
    double share(LocalDate day, int quarter) {
        return switch (mode) {
            case ALWAYS -> 1;
            case NONE -> 0;
            case OVERFLOW -> OVERFLOWING;
            case SCHEDULED -> window != null && window.contains(day, DayShape.FIRST_MINUTE + 15 * quarter) ? 1 : 0;
        };
    }

    Forwarding row(String practiceId, LocalDate validFrom) {
        return new Forwarding(practiceId, validFrom, mode, window == null ? null : window.schedule);
    }
}
