package fr.vigie.jobs;

import java.util.regex.Pattern;

/**
 * Texts from files, fit to be shown: what would steer a terminal or turn the direction of what follows becomes a
 * replacement character, so that no file can hide or forge what Vigie says of it.
 */
public final class Printable {
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern IN_CELLS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\r\\n]]");
    private static final Pattern FORMULA = Pattern.compile("(^|[;\t\r\n])([=+\\-@\t\r])");

    private Printable() {}

    /** The text on one line. */
    public static String line(String text) {
        return STEERING.matcher(text).replaceAll("\uFFFD");
    }

    /** The text of a table's cell, which may have several lines. */
    public static String cell(String text) {
        return IN_CELLS.matcher(text).replaceAll("\uFFFD");
    }

    /**
     * A text in a cell of a file that a spreadsheet may open: one that it would take for a formula is given an apostrophe
     * before it; so is one behind a semicolon or a line break, at which some spreadsheets begin a new cell.
     */
    public static String spreadsheetCell(String text) {
        return FORMULA.matcher(cell(text)).replaceAll("$1'$2");
    }
}
