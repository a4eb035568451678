package fr.vigie.roster.benchmark;

/**
 * What somebody would like.
 *
 * @param kind whether to work the shift or not
 * @param staff whose wish it is, an index of the problem's staff
 * @param day the day, from 0
 * @param shift an index of the problem's shifts
 * @param weight what it costs not to grant it
 */
public record Wish(Kind kind, int staff, int day, int shift, int weight) {
    /** To work a shift, or anything but that shift. */
    public enum Kind {
        /** That shift. */
        ON,
        /** Anything but that shift. */
        OFF
    }
}
