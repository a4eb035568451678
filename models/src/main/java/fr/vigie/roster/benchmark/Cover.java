package fr.vigie.roster.benchmark;

/**
 * How many should work a shift.
 *
 * @param day the day, from 0
 * @param shift an index of the problem's shifts
 * @param required how many
 * @param underWeight what each one missing costs
 * @param overWeight what each one too many costs
 */
public record Cover(int day, int shift, int required, int underWeight, int overWeight) {
    /** What so many people cost. */
    public long penalty(int people) {
        return people < required ? (long) underWeight * (required - people) : (long) overWeight * (people - required);
    }
}
