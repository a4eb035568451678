package fr.vigie.care;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The longest stretch without a pause of one operator's day.
 *
 * @param longest from the first call to the end of the last
 * @param mostCalls the most calls of a stretch
 */
record Runs(Duration longest, int mostCalls) {

    /** Of the calls of a day, at least one, in any order. */
    static Runs of(List<HandledCall> calls, Duration pause) {
        var ordered = calls.stream()
                .sorted(Comparator.comparing(HandledCall::from).thenComparing(HandledCall::until))
                .toList();
        var start = ordered.get(0).from();
        Instant end = start;
        var longest = Duration.ZERO;
        int inARow = 0;
        int most = 0;
        for (var call : ordered) {
            if (Duration.between(end, call.from()).compareTo(pause) >= 0) {
                start = call.from();
                inARow = 0;
            }
            end = call.until().isAfter(end) ? call.until() : end;
            inARow++;
            most = Math.max(most, inARow);
            var run = Duration.between(start, end);
            longest = run.compareTo(longest) > 0 ? run : longest;
        }
        return new Runs(longest, most);
    }
}
