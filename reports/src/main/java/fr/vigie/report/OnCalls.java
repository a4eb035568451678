package fr.vigie.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many people shifts put on the phone. */
final class OnCalls {
    private static final int DAY = 24 * 60;
    private static final int HALF_HOUR = 30;

    private final Map<LocalDate, List<ShiftPiece>> byDay = new HashMap<>();

    OnCalls(List<ShiftPiece> pieces) {
        pieces.stream().filter(piece -> piece.activity().equals("calls")).forEach(piece -> byDay.computeIfAbsent(
                        piece.day(), day -> new ArrayList<>())
                .add(piece));
    }

    /** The mean over a half-hour, in whole people: two who share it count for one. */
    int at(LocalDate day, int minute) {
        var minutes = minutes(day, minute) + minutes(day.minusDays(1), minute + DAY);
        return minutes / HALF_HOUR;
    }

    private int minutes(LocalDate day, int from) {
        return byDay.getOrDefault(day, List.of()).stream()
                .mapToInt(
                        piece -> Math.max(0, Math.min(piece.until(), from + HALF_HOUR) - Math.max(piece.from(), from)))
                .sum();
    }
}
