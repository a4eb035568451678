package fr.vigie.report;

import java.math.RoundingMode;
import java.text.Bidi;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words, numbers and dates of a language: sentences come from message bundles, everything else from the locale.
 * English is written for an English locale and French for any other.
 */
final class Words {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Marks that change the direction of what follows. */
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private static final int DAY = 24 * 60;

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    /** The words of a page: its own bundle first, then the one that all pages share. */
    Words(Locale asked, String page) {
        locale = asked.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
        bundles = List.of(bundle(page), bundle("common"));
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("fr.vigie.report." + name, locale, EXACT);
    }

    Locale locale() {
        return locale;
    }

    /** The sentence of a key, with its arguments put in. */
    String text(String key, Object... arguments) {
        for (var bundle : bundles) {
            if (bundle.containsKey(key)) {
                return new MessageFormat(spaced(bundle.getString(key)), locale)
                        .format(Arrays.stream(arguments).map(Words::isolated).toArray());
            }
        }
        throw new MissingResourceException("No sentence '" + key + "' in " + locale + ".", "fr.vigie.report", key);
    }

    /** French has a space before a colon and inside its quotation marks, at which no line may break. */
    private String spaced(String sentence) {
        return locale.equals(Locale.FRANCE) ? sentence.replaceAll(" (?=[:;?!%»])|(?<=«) ", "\u00a0") : sentence;
    }

    /** A name that runs from right to left would turn the sentence around it: it is kept apart (Unicode UAX 9, FSI). */
    private static Object isolated(Object argument) {
        return argument instanceof String text
                        && (DIRECTIONS.matcher(text).find() || Bidi.requiresBidi(text.toCharArray(), 0, text.length()))
                ? "\u2068" + DIRECTIONS.matcher(text).replaceAll("") + "\u2069"
                : argument;
    }

    /** The sentence of a key that may be one a later version has added; then the {@code name} itself. */
    String name(String family, String name) {
        var key = family + "." + name;
        return has(key) ? text(key) : name;
    }

    /** The key of a family for a name, or the one for any other. */
    String key(String family, String name) {
        var key = family + "." + name;
        return has(key) ? key : family + ".other";
    }

    private boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /** The sentences of a family for a name, or those for any other; the bundle parts them by bars. */
    List<String> list(String family, String name) {
        return Stream.of(text(key(family, name)).split("\\|"))
                .map(String::strip)
                .toList();
    }

    /** A whole number: {@code 1 234}. */
    String count(double value) {
        return decimal(value, 0);
    }

    /** A mean count: whole from ten on, with a decimal below, and none for nothing. */
    String mean(double value) {
        return decimal(value, digits(value));
    }

    private static int digits(double value) {
        return value > 0 && value < 9.95 ? 1 : 0;
    }

    String decimal(double value, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        // As spreadsheets do: 33.25 hours are 33.3 in both.
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value + 0.0);
    }

    /** A whole number with its sign; the minus is as wide as the plus. */
    String signed(long value) {
        return value == 0 ? "0" : (value > 0 ? "+" : "\u2212") + count((double) Math.abs(value));
    }

    /** A share of one as {@code 12,5 %}. */
    String percent(double share) {
        return percent(share, 1);
    }

    String percent(double share, int digits) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(share);
    }

    String range(String low, String high) {
        return text("range", low, high);
    }

    /** A count with its interval, all with as many decimals as the count: {@code 12 (7 à 17)}. */
    String band(double mean, double low, double high) {
        var digits = digits(mean);
        return text("band", decimal(mean, digits), decimal(low, digits), decimal(high, digits));
    }

    /** From a day up to and with another, after a word such as "from": {@code 1er mars 2026 au 31 mars 2026}. */
    String days(String first, String last) {
        return text("days", first, last);
    }

    /** {@code lundi 23 mars 2026}. */
    String day(LocalDate day) {
        return first(day, DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    /** {@code 23 mars 2026}. */
    String date(LocalDate day) {
        return first(day, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** French counts the first of a month and numbers the other days: {@code 1er avril}. */
    private String first(LocalDate day, DateTimeFormatter format) {
        var text = format.format(day);
        return day.getDayOfMonth() == 1 && locale.equals(Locale.FRANCE) ? text.replaceFirst("\\b1 ", "1er ") : text;
    }

    /** A period as tables write it: half-open dates with a slash between are put in words, a year stays. */
    String period(String period) {
        var slash = period.indexOf('/');
        try {
            return slash < 0
                    ? period
                    : days(
                            date(LocalDate.parse(period.substring(0, slash))),
                            date(LocalDate.parse(period.substring(slash + 1)).minusDays(1)));
        } catch (DateTimeParseException e) {
            return period;
        }
    }

    String periods(List<String> periods) {
        return periods.stream().map(this::period).collect(Collectors.joining(", "));
    }

    /** {@code lun. 23}. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d", locale).format(day);
    }

    /** {@code 23 mars}, for axes. */
    String dayAndMonth(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** A time of day, e.g. {@code 9 h 30}; the minute counts from midnight and may be past the next one. */
    String clock(int minuteOfDay) {
        var minute = minuteOfDay > DAY ? minuteOfDay - DAY : minuteOfDay;
        var clock = text("clock", String.valueOf(minute / 60), "%02d".formatted(minute % 60));
        return minuteOfDay > DAY ? text("next-day", clock) : clock;
    }

    /** An hour on an axis, e.g. {@code 9 h}. */
    String hour(int hour) {
        return text("hour", String.valueOf(hour));
    }

    /** A number without more digits than it needs, e.g. minutes in {@code plus de 5 min}. */
    String plain(double value) {
        return NumberFormat.getNumberInstance(locale).format(value);
    }

    String seconds(double seconds) {
        return text("seconds", count(seconds));
    }
}
