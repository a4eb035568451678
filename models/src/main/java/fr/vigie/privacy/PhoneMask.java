package fr.vigie.privacy;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers made unrecognisable for messages and reject files: at most the first 4 digits stay, at least 4 go.
 *
 * <p>French numbers and international ones (a plus sign, 00 or 33 before them) are found everywhere; where the country is
 * known that numbers come from, its national ones too.
 */
public final class PhoneMask {
    /** Changes with what is found: names of calls that hold a number are known by pseudonyms, which change with it. */
    public static final int VERSION = 3;

    private static final int SHOWN_DIGITS = 4;
    private static final int HIDDEN_DIGITS = 4;

    /** Of a French number, or one that begins with 00. */
    private static final int FEWEST_FRENCH_DIGITS = 9;

    /** All that may stand between digits, be it in numbers of one country only. */
    static final String SEPARATORS = " .()[]-/_";

    static final int MOST_BETWEEN = 3;

    /** What may stand before a number and its digits. */
    private static final String PREFIXES = "+%*#";

    /** What people put between digits, up to three of them; what stands for it elsewhere is taken for it. */
    private static final String BETWEEN = "[ .()\\[\\]/-]{0,3}";

    static final String DAY = "(?:0[1-9]|[12]\\d|3[01])[./-](?:0[1-9]|1[0-2])[./-](?:19|20)\\d\\d";
    /** Not a digit by itself but behind a space: a number of an identifier that follows another is none of a phone. */
    private static final String EIGHT_DIGITS = "(?:(?: |[ .()\\[\\]/-]{1,3}(?=\\d\\d))?\\d){8}";

    /** As a spreadsheet leaves it, which takes its zero for nothing. */
    private static final String WITHOUT_ZERO = "(?<![.,])[1-9]\\d{8}";

    private static final String FRENCH = "\\+{0,2}(?!" + DAY + ")0" + BETWEEN + "[1-9]" + EIGHT_DIGITS
            + "|33" + BETWEEN + "[1-9]" + EIGHT_DIGITS
            + "|0[1-9](?<between>[/_])\\d\\d(?:\\k<between>\\d\\d){3}"
            + "|" + WITHOUT_ZERO;
    /** The zeros of a time of day are no prefix of what follows apart from them. */
    private static final String PREFIX = "(?:\\+{1,2}|00(?=[1-9])|(?<!\\d:)00)";

    private static final String INTERNATIONAL = PREFIX + BETWEEN + "[1-9](?:" + BETWEEN + "\\d){6,14}";
    private static final Pattern NUMBER = pattern(INTERNATIONAL + "|" + FRENCH);
    private static final Pattern INTERNATIONAL_NUMBER = pattern(INTERNATIONAL);

    /** Null where they are French. */
    private final @Nullable NationalNumbers national;

    private PhoneMask(@Nullable NationalNumbers national) {
        this.national = national;
    }

    /**
     * For texts with numbers of a country.
     *
     * @param region ISO 3166-1, e.g. {@code BE}
     */
    public static PhoneMask of(String region) {
        return new PhoneMask(region.equals("FR") ? null : new NationalNumbers(region));
    }

    private static Pattern pattern(String number) {
        // Digits before it may be a blank of an address or a telephone's prefix, as in %20 and *31.
        return Pattern.compile("(?:(?<!\\d)|(?<=[%*#]\\d\\d))(?:" + number + ")(?!\\d)");
    }

    /** A number with all but its first digits replaced by {@code *}: {@code +33 3 5* ** ** **}. Never fails. */
    public static String mask(String number) {
        long digits = number.chars().filter(Character::isDigit).count();
        long shown = Math.min(SHOWN_DIGITS, Math.max(0, digits - HIDDEN_DIGITS));
        var masked = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            masked.append(Character.isDigit(c) && shown-- <= 0 ? '*' : c);
        }
        return masked.toString();
    }

    /** A text with every phone number in it masked, where nobody knows which country it comes from. */
    public static String maskIn(String text) {
        return replace(NUMBER, text, PhoneMask::mask);
    }

    /** A text with every phone number in it masked. */
    public String masked(String text) {
        return masked(text, PhoneMask::mask);
    }

    /** A text with something else in place of every phone number in it. */
    public String masked(String text, UnaryOperator<String> mask) {
        return national == null
                ? replace(NUMBER, text, mask)
                : replace(NUMBER, national.replace(replace(INTERNATIONAL_NUMBER, text, mask), mask), mask);
    }

    private static String replace(Pattern numbers, String text, UnaryOperator<String> mask) {
        var found = numbers.matcher(plain(text));
        var masked = new StringBuilder(text.length());
        int end = 0;
        while (found.find()) {
            masked.append(text, end, found.start()).append(mask.apply(text.substring(found.start(), found.end())));
            end = found.end();
        }
        return end == 0 ? text : masked.append(text, end, text.length()).toString();
    }

    /** The text with the digits, spaces and hyphens of ASCII for those of any script, character by character. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                var plain = new StringBuilder(text);
                for (int at = i; at < text.length(); at++) {
                    plain.setCharAt(at, plain(text.charAt(at)));
                }
                return plain.toString();
            }
        }
        return text;
    }

    private static char plain(char c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(c, 10));
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> c;
        };
    }

    /**
     * Whether {@link #masked} may find a number in a text, told at a glance from its bytes in ASCII or UTF-8: no where all is
     * ASCII and it has no row of digits that is long enough and begins like a number.
     */
    public boolean mayFind(byte[] text, int from, int until) {
        boolean prefix = false;
        for (int i = from; i < until; i++) {
            if (text[i] < ' ' || text[i] > '~') {
                return true;
            }
            prefix |= PREFIXES.indexOf(text[i]) >= 0;
            if (isDigit(text[i]) && (i == from || !isDigit(text[i - 1])) && (prefix || mayBegin(text, i, until))) {
                boolean isFrench = !prefix && national == null;
                if (hasDigits(text, i, until, isFrench ? FEWEST_FRENCH_DIGITS : NationalNumbers.FEWEST_DIGITS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBegin(byte[] text, int from, int until) {
        boolean isFrench = text[from] == '0'
                || (text[from] == '3' && from + 1 < until && text[from + 1] == '3')
                || isDigits(text, from, until, FEWEST_FRENCH_DIGITS);
        return isFrench || (national != null && national.mayBegin(text, from));
    }

    /** Whether there are that many without anything between them, and no more. */
    private static boolean isDigits(byte[] text, int from, int until, int count) {
        int i = from;
        while (i < until && isDigit(text[i]) && i - from <= count) {
            i++;
        }
        return i - from == count;
    }

    /** Whether there are that many; none begins with three zeros, as counters do. */
    private static boolean hasDigits(byte[] text, int from, int until, int fewest) {
        int digits = 0;
        int zeros = 0;
        int between = 0;
        for (int i = from; i < until && digits < fewest; i++) {
            if (isDigit(text[i])) {
                zeros += zeros == digits && text[i] == '0' ? 1 : 0;
                digits++;
                between = 0;
            } else if (SEPARATORS.indexOf(text[i]) < 0 || ++between > MOST_BETWEEN) {
                return false;
            }
        }
        return digits == fewest && zeros < 3;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
