package fr.vigie.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as phone systems write them, brought to E.164 ({@code +33353010001}).
 *
 * <p>A number counts when the numbering plan has room for it (libphonenumber's {@code isPossibleNumber}), not only
 * when the plan has given it out: a caller whose operator's range is newer than the library is still a caller.
 * Withheld numbers and short ones (15, 3646, 116117) have no E.164 form.
 *
 * @param region the country in which a number without a country code is read, ISO 3166-1, e.g. {@code FR}
 */
public record PhoneNumbers(String region) implements Serializable {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int LONGEST_E164_DIGITS = 15;
    private static final int FRENCH_SIGNIFICANT_DIGITS = 9;

    public PhoneNumbers {
        if (!LIBRARY.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "The region (%s) must be a country of ISO 3166-1.%nMaybe FR.".formatted(region));
        }
    }

    /** The number in E.164; empty for a withheld, short or impossible one. */
    public Optional<String> e164(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return Optional.empty();
        }
        if (region.equals("FR")) {
            var french = plainFrench(raw);
            if (french != null) {
                return Optional.of(french);
            }
        }
        return parsed(raw);
    }

    /** The same by the library alone. */
    Optional<String> parsed(String raw) {
        try {
            var number = LIBRARY.parse(raw, region);
            var e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
            // The library takes a national number that lacks a digit for a longer one that begins with 0.
            return LIBRARY.isPossibleNumber(number) && isE164(e164) && !e164.startsWith("+330")
                    ? Optional.of(e164)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a plus sign and 1 to 15 digits of which the first is not 0 (ITU-T E.164). */
    static boolean isE164(String text) {
        int digits = text.length() - 1;
        if (digits < 1 || digits > LONGEST_E164_DIGITS || text.charAt(0) != '+' || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i <= digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What nearly every call carries, read without the library: 0X XX XX XX XX, +33 X…, 0033 X… or 33 X… (X not 0) with
     * spaces, dots or hyphens between digits. Anything else is null.
     */
    private static @Nullable String plainFrench(String raw) {
        var e164 = new char[] {'+', '3', '3', 0, 0, 0, 0, 0, 0, 0, 0, 0};
        int from = raw.length();
        int at = e164.length;
        while (at > e164.length - FRENCH_SIGNIFICANT_DIGITS) {
            if (--from < 0) {
                return null;
            }
            char c = raw.charAt(from);
            if (isDigit(c)) {
                e164[--at] = c;
            } else if (!isSeparator(c) || at == e164.length) {
                return null;
            }
        }
        return e164[at] != '0' && isFrenchPrefix(raw, from) ? new String(e164) : null;
    }

    private static boolean isFrenchPrefix(String raw, int end) {
        while (end > 0 && isSeparator(raw.charAt(end - 1))) {
            end--;
        }
        return switch (end) {
            case 1 -> raw.startsWith("0");
            case 2 -> raw.startsWith("33");
            case 3 -> raw.startsWith("+33");
            case 4 -> raw.startsWith("0033");
            default -> false;
        };
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
