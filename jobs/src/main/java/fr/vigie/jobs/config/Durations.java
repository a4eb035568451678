package fr.vigie.jobs.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 20s}, {@code 15m}, {@code 2h}, {@code 14d}, or ISO 8601. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,18})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** Far beyond anything that is set, and far below where sums of milliseconds leave a long. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    static Duration parse(String text) {
        var duration = read(text);
        if (duration.compareTo(LONGEST) > 0) {
            throw tooLong(text);
        }
        return duration;
    }

    private static IllegalArgumentException tooLong(String text) {
        return new IllegalArgumentException("'%s' is longer than %d days.".formatted(text, LONGEST.toDays()));
    }

    private static Duration read(String text) {
        var match = SHORT.matcher(text.strip());
        if (!match.matches()) {
            try {
                return Duration.parse(text.strip().toUpperCase(Locale.ROOT));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "'%s' is not a duration such as 20s, 15m, 2h or 14d.".formatted(text), e);
            }
        }
        long amount = Long.parseLong(match.group(1));
        try {
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        } catch (ArithmeticException e) {
            throw tooLong(text);
        }
    }
}
