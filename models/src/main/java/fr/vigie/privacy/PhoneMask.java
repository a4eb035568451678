package fr.vigie.privacy;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers made unrecognisable for messages and reject files: at most the first 4 digits stay, at least 4 go.
 *
 * <p>French numbers and international ones (a plus sign, 00 or 33 before them) are found everywhere; where the country is
 * known that numbers come from, its national ones too.
 */
public final class PhoneMask {
    private static final int SHOWN_DIGITS = 4;
    private static final int HIDDEN_DIGITS = 4;

    /** Of a French number, or one that begins with 00. */
    private static final int FEWEST_FRENCH_DIGITS = 9;

    private static final String FRENCH = "0[1-9](?:[ .-]?\\d\\d){4}|33[ .-]?[1-9](?:[ .-]?\\d\\d){4}";
    private static final String INTERNATIONAL = "(?:\\+|00)[ .-]?[1-9](?:[ .-]?\\d){6,14}";
    private static final Pattern NUMBER = pattern(FRENCH + "|" + INTERNATIONAL);
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
        return Pattern.compile("(?<![\\d+])(?:" + number + ")(?!\\d)");
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
        return numbers.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask.apply(found.group())));
    }

    /**
     * Whether {@link #masked} may find a number in a text, told at a glance from its bytes in ASCII or UTF-8: no where it has
     * no row of digits that is long enough and begins like a number.
     */
    public boolean mayFind(byte[] text, int from, int until) {
        boolean plus = false;
        for (int i = from; i < until; i++) {
            plus |= text[i] == '+';
            if (isDigit(text[i]) && (i == from || !isDigit(text[i - 1])) && (plus || mayBegin(text, i, until))) {
                boolean isFrench = !plus && national == null;
                if (hasDigits(text, i, until, isFrench ? FEWEST_FRENCH_DIGITS : NationalNumbers.FEWEST_DIGITS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBegin(byte[] text, int from, int until) {
        boolean isFrench = text[from] == '0' || (text[from] == '3' && from + 1 < until && text[from + 1] == '3');
        return isFrench || (national != null && national.mayBegin(text, from));
    }

    /** Whether there are that many; none begins with three zeros, as counters do. */
    private static boolean hasDigits(byte[] text, int from, int until, int fewest) {
        int digits = 0;
        int zeros = 0;
        for (int i = from; i < until && digits < fewest; i++) {
            if (isDigit(text[i])) {
                zeros += zeros == digits && text[i] == '0' ? 1 : 0;
                digits++;
            } else if (" .-/".indexOf(text[i]) < 0 || !isDigit(text[i - 1])) {
                return false;
            }
        }
        return digits == fewest && zeros < 3;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
