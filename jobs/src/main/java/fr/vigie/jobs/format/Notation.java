package fr.vigie.jobs.format;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes days, times of day and numbers, read into what the canonical columns hold.
 *
 * <p>Times of day are taken as offices write them: {@code 7h30}, {@code 7h}, {@code 07:30}, {@code 07:30:15},
 * {@code 24:00}.
 */
final class Notation {
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:\\s?[hH]\\s?(\\d{2})?|:(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)");
    private static final Pattern BETWEEN_DAY_AND_TIME = Pattern.compile("^(?:T|\\s+(?:à\\s+)?)");
    private static final Pattern GROUPING = Pattern.compile("[ \\u00A0\\u202F]");
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 30);

    private final String pattern;
    private final DateTimeFormatter days;
    private final boolean comma;

    /**
     * A notation.
     *
     * @param pattern of a whole day, e.g. {@code dd/MM/yyyy}; null: ISO 8601
     * @param decimal {@code .} or {@code ,}; null: a point
     * @throws IllegalArgumentException when it is not a pattern of a day, or not one of the two signs
     */
    Notation(@Nullable String pattern, @Nullable String decimal) {
        this.pattern = pattern == null ? "yyyy-MM-dd" : pattern;
        this.days = formatter(this.pattern);
        if (decimal != null && !decimal.equals(",") && !decimal.equals(".")) {
            throw new IllegalArgumentException("The decimal sign '%s' must be ',' or '.'.".formatted(decimal));
        }
        this.comma = ",".equals(decimal);
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            // The year of an era needs the era to be a whole day; the year itself does not.
            var formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(Locale.FRENCH)
                    .withResolverStyle(ResolverStyle.STRICT);
            if (LocalDate.parse(formatter.format(ANY_DAY), formatter).equals(ANY_DAY)) {
                return formatter;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(notADay(pattern), e);
        }
        throw new IllegalArgumentException(notADay(pattern));
    }

    private static String notADay(String pattern) {
        return "The pattern '%s' is not one of a whole day.\nMaybe write dates: dd/MM/yyyy; a time of day behind it is read without a pattern."
                .formatted(pattern);
    }

    LocalDate day(String text) throws BadValue {
        try {
            return LocalDate.parse(text, days);
        } catch (DateTimeException e) {
            throw notA("day", text);
        }
    }

    static boolean isTimeOfDay(String text) {
        return TIME.matcher(text).matches();
    }

    /** The time of day on a day; 24:00 is the beginning of the next. */
    static LocalDateTime timeOfDay(String text, LocalDate day) throws BadValue {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new BadValue("bad-value", "'" + text + "' is not a time of day");
        }
        int hours = number(time, 1);
        int minutes = number(time, 2) + number(time, 3);
        int seconds = number(time, 4);
        int nanos = time.group(5) == null ? 0 : Integer.parseInt((time.group(5) + "00000000").substring(0, 9));
        boolean midnight = hours == 24 && minutes == 0 && seconds == 0 && nanos == 0;
        if ((hours > 23 && !midnight) || minutes > 59 || seconds > 59) {
            throw new BadValue("bad-value", "'" + text + "' is not a time of day");
        }
        return day.atStartOfDay()
                .plusHours(hours)
                .plusMinutes(minutes)
                .plusSeconds(seconds)
                .plusNanos(nanos);
    }

    /**
     * A day with a time of day.
     *
     * @return null where the day stands alone
     */
    @Nullable
    LocalDateTime dayWithTime(String text) throws BadValue {
        var end = new ParsePosition(0);
        var parsed = days.parseUnresolved(text, end);
        if (parsed == null) {
            throw notA("day", text);
        }
        if (end.getIndex() == text.length()) {
            return null;
        }
        var rest = BETWEEN_DAY_AND_TIME.matcher(text.substring(end.getIndex()));
        if (!rest.lookingAt()) {
            throw notA("day and a time", text);
        }
        return timeOfDay(text.substring(end.getIndex() + rest.end()), day(text.substring(0, end.getIndex())));
    }

    /** A number with a point; spaces between the thousands are taken out where the decimal sign is a comma. */
    String number(String text) throws BadValue {
        if (!comma) {
            return text;
        }
        if (text.indexOf('.') >= 0) {
            throw new BadValue("bad-value", "'" + text + "' is not a number with a decimal comma");
        }
        return GROUPING.matcher(text).replaceAll("").replace(',', '.');
    }

    private BadValue notA(String what, String text) {
        return new BadValue("bad-value", "'%s' is not a %s such as %s".formatted(text, what, days.format(ANY_DAY)));
    }

    private static int number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }
}
