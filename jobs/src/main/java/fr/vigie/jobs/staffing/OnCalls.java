package fr.vigie.jobs.staffing;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Who is planned on calls when; somebody on two shifts at once is one person. */
final class OnCalls {
    private OnCalls() {}

    /** The pieces on calls, in a fixed order; of a person's that overlap the later one begins where the earlier one ends. */
    static List<Shift> of(Collection<Shift> shifts) {
        var busyUntil = new HashMap<String, Instant>();
        var once = new ArrayList<Shift>();
        shifts.stream()
                .filter(shift -> shift.activity() == Activity.CALLS)
                .sorted(Comparator.comparing(Shift::startsAt).thenComparing(Shift::operatorId))
                .forEach(shift -> {
                    var from = later(shift.startsAt(), busyUntil.getOrDefault(shift.operatorId(), Instant.MIN));
                    if (from.isBefore(shift.endsAt())) {
                        once.add(new Shift(shift.operatorId(), from, shift.endsAt(), Activity.CALLS));
                        busyUntil.put(shift.operatorId(), shift.endsAt());
                    }
                });
        return List.copyOf(once);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
