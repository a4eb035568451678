package fr.vigie.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Phone numbers in a text as people of one country write them, without a plus sign: digits with spaces, dots, hyphens,
 * slashes or brackets between some.
 *
 * <p>Where numbers begin with 0 ({@code 02 555 12 12}), or with the country code instead, the length decides (libphonenumber's
 * {@code isPossibleNumber}); where they begin with any digit, only what the numbering plan has given out is one, for
 * identifiers are as long.
 */
final class NationalNumbers {
    /** Shorter ones are services, not persons. */
    static final int FEWEST_DIGITS = 7;

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int MOST_DIGITS = 17;
    private static final String TRUNK = "0";
    private static final Pattern DATE = Pattern.compile(PhoneMask.DAY + "(?!\\d)");

    private final String region;
    private final String countryCode;
    private final boolean beginsWithZero;

    /**
     * Numbers of a country.
     *
     * @param region ISO 3166-1, e.g. {@code BE}
     */
    NationalNumbers(String region) {
        this.region = region;
        this.countryCode = Integer.toString(LIBRARY.getCountryCodeForRegion(region));
        this.beginsWithZero = TRUNK.equals(LIBRARY.getNddPrefixForRegion(region, true));
    }

    /** Whether a number may begin with these digits, told at a glance. */
    boolean mayBegin(byte[] text, int from) {
        return !beginsWithZero || text[from] == '0' || text[from] == countryCode.charAt(0);
    }

    /** The text with something else in place of every number in it. */
    String replace(String text, UnaryOperator<String> mask) {
        var plain = PhoneMask.plain(text);
        var masked = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = begins(plain, at) ? end(plain, at) : at;
            if (end > at) {
                masked.append(mask.apply(text.substring(at, end)));
                at = end;
            } else {
                masked.append(text.charAt(at++));
            }
        }
        return masked.toString();
    }

    private static boolean begins(String text, int at) {
        if (!isDigit(text, at) || isDigit(text, at - 1) || isDate(text, at)) {
            return false;
        }
        boolean withinDate = at > 1 && "./".indexOf(text.charAt(at - 1)) >= 0 && isDigit(text, at - 2);
        return !withinDate;
    }

    private static boolean isDate(String text, int at) {
        return DATE.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    /** Where the longest number ends that begins at a place; that place where none does. */
    private int end(String text, int from) {
        var digits = new StringBuilder();
        int end = from;
        int between = 0;
        for (int i = from; i < text.length() && digits.length() < MOST_DIGITS; i++) {
            if (isDigit(text, i)) {
                digits.append(text.charAt(i));
                between = 0;
                if (digits.length() >= FEWEST_DIGITS && !isDigit(text, i + 1) && isNumber(digits.toString())) {
                    end = i + 1;
                }
            } else if (" .()[]-/".indexOf(text.charAt(i)) < 0 || ++between > PhoneMask.MOST_BETWEEN) {
                break;
            }
        }
        return end;
    }

    private boolean isNumber(String digits) {
        try {
            if (!beginsWithZero) {
                return LIBRARY.isValidNumber(LIBRARY.parse(digits, region));
            }
            if (digits.startsWith(TRUNK)) {
                return digits.charAt(1) != '0' && LIBRARY.isPossibleNumber(LIBRARY.parse(digits, region));
            }
            return digits.startsWith(countryCode) && LIBRARY.isPossibleNumber(LIBRARY.parse("+" + digits, region));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
