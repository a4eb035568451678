package fr.vigie.privacy;

import java.util.regex.Pattern;

/** Phone numbers made unrecognisable for messages and reject files: at most the first 4 digits stay, at least 4 go. */
public final class PhoneMask {
    private static final int SHOWN_DIGITS = 4;
    private static final int HIDDEN_DIGITS = 4;

    /** French national, and international with a plus sign, 00 or 33 before it. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d+])(?:0[1-9](?:[ .-]?\\d\\d){4}"
            + "|33[ .-]?[1-9](?:[ .-]?\\d\\d){4}"
            + "|(?:\\+|00)[ .-]?[1-9](?:[ .-]?\\d){6,14})(?!\\d)");

    private PhoneMask() {}

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

    /** A text with every phone number in it masked. */
    public static String maskIn(String text) {
        return NUMBER.matcher(text).replaceAll(found -> mask(found.group()));
    }
}
