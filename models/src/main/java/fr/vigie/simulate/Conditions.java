package fr.vigie.simulate;

/**
 * How things stand at a practice on a day.
 *
 * @param noSlot share of booking requests that find no slot
 * @param newRefused share of new patients refused
 * @param transfers factor on the share of calls put through
 * @param declined share of transfers declined
 * @param noAnswer share of transfers not picked up
 * @param messageHours median hours until a message is read
 */
record Conditions(
        double noSlot, double newRefused, double transfers, double declined, double noAnswer, double messageHours) {}
