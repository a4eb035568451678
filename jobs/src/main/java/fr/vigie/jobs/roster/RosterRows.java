package fr.vigie.jobs.roster;

import fr.vigie.input.Activity;
import fr.vigie.input.Shift;
import fr.vigie.jobs.lake.RosterRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Pieces of shifts to rows of the roster's tables and back. */
final class RosterRows {
    private static final Comparator<Shift> ORDER = Comparator.comparing(Shift::operatorId)
            .thenComparing(Shift::startsAt)
            .thenComparing(Shift::endsAt)
            .thenComparing(Shift::activity);

    private RosterRows() {}

    static List<Shift> inOrder(Stream<Shift> pieces) {
        return pieces.sorted(ORDER).toList();
    }

    static Shift piece(RosterRow row) {
        return new Shift(row.operatorId(), row.startsAt(), row.endsAt(), activity(row.activity()));
    }

    /**
     * A row of a draft.
     *
     * @param teams the team of each operator, as far as known
     */
    static RosterRow row(LocalDate week, Shift piece, Map<String, String> teams) {
        return new RosterRow(
                week,
                piece.operatorId(),
                piece.startsAt(),
                piece.endsAt(),
                word(piece.activity()),
                teams.get(piece.operatorId()));
    }

    static String word(Activity activity) {
        return activity.name().toLowerCase(Locale.ROOT);
    }

    private static Activity activity(String word) {
        return Activity.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
