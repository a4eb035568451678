package fr.vigie.capacity;

import java.time.YearMonth;

/**
 * A month in which others take some calls instead of new operators.
 *
 * @param month which
 * @param share the share of the calls that they take
 * @param calls mean calls that they take
 * @param euros what it costs
 * @param risk the probability of falling under target with it
 */
public record ReliefMonth(YearMonth month, double share, double calls, double euros, double risk) {}
