package fr.vigie.simulate;

import org.jspecify.annotations.Nullable;

/**
 * Numbers that belong to nobody.
 *
 * <p>The ranges are those that Arcep keeps for works of fiction (decision 2018-0881 as amended): ten thousand numbers
 * each. The practices have 01 99 00, the callers the other five.
 */
final class PhoneNumbers {
    private static final int RANGE = 10_000;
    private static final String PRACTICES = "019900";
    private static final String[] CALLERS = {"035301", "026191", "053649", "046571", "063998"};

    private PhoneNumbers() {}

    /** The line of a practice; there is none left for those after the ten-thousandth. */
    static @Nullable String ofPractice(int index) {
        return index < RANGE ? number(PRACTICES, index) : null;
    }

    /** The number of a patient of a practice: always the same. */
    static String ofCaller(long seed, int practice, int patient) {
        long hash = Dice.mix(Dice.mix(seed, practice), patient) >>> 1;
        return number(CALLERS[(int) (hash % CALLERS.length)], (int) (hash / CALLERS.length % RANGE));
    }

    private static String number(String range, int last) {
        return range
                + (char) ('0' + last / 1000)
                + (char) ('0' + last / 100 % 10)
                + (char) ('0' + last / 10 % 10)
                + (char) ('0' + last % 10);
    }
}
