package fr.vigie.jobs.format;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where a file stands among the parts of a log that is rotated, so that parts are taken in the order in which they were
 * written: those with a date by their dates ({@code cdr.csv.20251005}), then those with a number, the highest first
 * ({@code queue_log.10}, {@code queue_log.2.gz}), last the one that is being written ({@code queue_log}).
 *
 * @param log the file's path without what rotation added to it
 * @param age 0 for a date, 1 for a number, 2 for neither
 * @param date the date's digits, empty where there is none
 * @param number the number, 0 where there is none
 * @param path the file's path as it is
 */
public record Rotation(String log, int age, String date, int number, String path) {
    /** By logs, the oldest part of each first. */
    static final Comparator<Rotation> OLDEST_FIRST = Comparator.comparing(Rotation::log)
            .thenComparingInt(Rotation::age)
            .thenComparing(Rotation::date)
            .thenComparing(Comparator.comparingInt(Rotation::number).reversed())
            .thenComparing(Rotation::path);

    private static final Pattern PACKED = Pattern.compile("\\.(gz|zst)$");
    private static final Pattern DATED = Pattern.compile("[.-](\\d{8}(?:[-_T]?\\d{2,6})?)$");
    /** Four digits are a year, as in {@code calls.2025}. */
    private static final Pattern NUMBERED = Pattern.compile("\\.(\\d{1,3})$");

    /** The log that a file is a part of: its path without what rotation added to it. */
    public static String logOf(String path) {
        return of(path).log();
    }

    static Rotation of(String path) {
        var name = PACKED.matcher(path).replaceFirst("");
        var dated = DATED.matcher(name);
        if (dated.find()) {
            return new Rotation(withoutPacking(name, dated.start()), 0, dated.group(1), 0, path);
        }
        var numbered = NUMBERED.matcher(name);
        return numbered.find()
                ? new Rotation(withoutPacking(name, numbered.start()), 1, "", Integer.parseInt(numbered.group(1)), path)
                : new Rotation(name, 2, "", 0, path);
    }

    /** Some pack first and number then. */
    private static String withoutPacking(String name, int end) {
        return PACKED.matcher(name.substring(0, end)).replaceFirst("");
    }
}
